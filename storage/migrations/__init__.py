"""The steps by which a database reaches the shape of the models (run by storage/migrate.py)."""
