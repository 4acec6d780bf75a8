"""Whether an answer is what the Bot API's description says: no field missing, unknown or of another type."""

import json
from pathlib import Path
from typing import Any

import simulator

SPEC = json.loads((Path(simulator.__file__).parent / "bot_api.json").read_text(encoding="utf-8"))
METHODS = {name.lower(): body for name, body in SPEC["methods"].items()}
SCALARS: dict[str, type | tuple[type, ...]] = {
    "Integer": int,
    "Float": (int, float),
    "String": str,
    "Boolean": bool,
}


def faults_of_result(method: str, result: Any) -> list[str]:
    """What is wrong with a method's result; empty if nothing is."""
    returns = METHODS[method.lower()]["returns"]
    return _union(result, returns, method)


def faults_of(value: Any, kind: str, where: str) -> list[str]:
    """What is wrong with a value of a type of the description."""
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{where}: not an array"]
        inner = kind.removeprefix("Array of ")
        return [fault for n, item in enumerate(value) for fault in faults_of(item, inner, f"{where}[{n}]")]
    if kind in SCALARS:
        fits = isinstance(value, SCALARS[kind]) and (kind == "Boolean" or not isinstance(value, bool))
        return [] if fits else [f"{where}: {value!r} is no {kind}"]
    body = SPEC["types"][kind]
    if "subtypes" in body:
        return _union(value, body["subtypes"], where)
    return _object(value, body["fields"], where)


def _object(value: Any, fields: dict[str, Any], where: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{where}: not an object"]
    faults = [
        f"{where}: {name} is missing" for name in fields if fields[name]["required"] and name not in value
    ]
    for name, item in value.items():
        if name not in fields:
            faults.append(f"{where}: {name} is unknown")
        else:
            faults += _union(item, fields[name]["types"], f"{where}.{name}")
    return faults


def _union(value: Any, kinds: list[str], where: str) -> list[str]:
    """The faults against the kind that fits best."""
    return min((faults_of(value, kind, where) for kind in kinds), key=len)
