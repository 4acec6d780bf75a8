"""Groups: made, joined, left, turned into supergroups; their forum topics."""

from simulator.errors import bad_request
from simulator.model import Bot, Chat, Json, User
from simulator.registry import Request, plays
from simulator.targets import chat_of
from simulator.world import World

TOPIC_COLOR = 7322096


def add_group(
    world: World, title: str, people: list[User], bot: Bot | None = None, forum: bool = False
) -> Chat:
    """A group of people with a bot; one with forum topics is a supergroup."""
    bot = bot or world.bot
    chat_id = world.new_group_id(supergroup=forum)
    kind = "supergroup" if forum else "group"
    group = Chat(chat_id, kind, title, {user.id: user for user in people}, [bot], is_forum=forum)
    world.groups[chat_id] = bot.chats[chat_id] = group
    return group


def join(world: World, group: Chat, user: User) -> None:
    """A person enters the group."""
    group.members[user.id] = user
    world.post(group, user, "service", {"new_chat_members": [user.api()]})


def leave(world: World, group: Chat, user: User) -> None:
    """A person leaves the group."""
    world.post(group, user, "service", {"left_chat_member": user.api()})
    group.members.pop(user.id, None)


def remove_bot(world: World, group: Chat, bot: Bot) -> None:
    """Throw the bot out; it hears of that, and its further calls are forbidden."""
    group.bots.remove(bot)
    world.tell_membership(bot, group, "member", "kicked")


def delete_topic(group: Chat, thread: int) -> None:
    """Delete a topic with all its messages; nobody is told."""
    del group.topics[thread]
    for message in [one for one in group.messages.values() if one.thread == thread]:
        message.deleted = True
        del group.messages[message.id]


def upgrade(world: World, group: Chat) -> Chat:
    """Turn a group into a supergroup under a new id, which the old one's errors and messages tell."""
    new_id = world.new_group_id(supergroup=True)
    chat = Chat(new_id, "supergroup", group.title, group.members, group.bots)
    world.groups[new_id] = chat
    for bot in group.bots:
        bot.chats[new_id] = chat
    someone = next(iter(group.members.values()))
    world.post(group, someone, "service", {"migrate_to_chat_id": new_id})
    group.migrated_to = new_id
    world.post(chat, someone, "service", {"migrate_from_chat_id": group.id})
    return chat


@plays("createForumTopic")
def create_forum_topic(request: Request) -> Json:
    """Open a topic in a forum."""
    chat = chat_of(request)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    name = request.args["name"]
    color = request.args.get("icon_color", TOPIC_COLOR)
    created = {"forum_topic_created": {"name": name, "icon_color": color}}
    opening = request.world.post(chat, request.bot.user, "service", created)
    opening.thread = opening.id
    chat.topics[opening.id] = name
    return {"message_thread_id": opening.id, "name": name, "icon_color": color}
