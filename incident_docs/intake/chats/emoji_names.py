"""Know the emoji that people use in incidents by the names that chat services give them."""

import re

_EMOJI = {
    "rotating_light": "🚨", "fire": "🔥", "warning": "⚠️", "white_check_mark": "✅", "heavy_check_mark": "✔️",
    "ballot_box_with_check": "☑️", "x": "❌", "no_entry": "⛔", "no_entry_sign": "🚫", "octagonal_sign": "🛑",
    "eyes": "👀", "pushpin": "📌", "round_pushpin": "📍", "star": "⭐", "star2": "🌟", "bookmark": "🔖",
    "+1": "👍", "thumbsup": "👍", "-1": "👎", "thumbsdown": "👎", "pray": "🙏", "raised_hands": "🙌", "clap": "👏",
    "wave": "👋", "ok_hand": "👌", "muscle": "💪", "point_up": "☝️", "tada": "🎉", "rocket": "🚀", "boom": "💥",
    "bug": "🐛", "wrench": "🔧", "hammer": "🔨", "hammer_and_wrench": "🛠️", "gear": "⚙️", "bulb": "💡",
    "mag": "🔍", "bell": "🔔", "mega": "📣", "loudspeaker": "📢", "pager": "📟", "telephone_receiver": "📞",
    "phone": "☎️", "clock1": "🕐", "hourglass": "⌛", "hourglass_flowing_sand": "⏳", "stopwatch": "⏱️",
    "chart_with_downwards_trend": "📉", "chart_with_upwards_trend": "📈", "bar_chart": "📊", "memo": "📝",
    "clipboard": "📋", "link": "🔗", "lock": "🔒", "unlock": "🔓", "key": "🔑", "package": "📦", "truck": "🚚",
    "rewind": "⏪", "fast_forward": "⏩", "arrow_up": "⬆️", "arrow_down": "⬇️", "arrow_right": "➡️",
    "leftwards_arrow_with_hook": "↩️", "arrows_counterclockwise": "🔄", "recycle": "♻️", "red_circle": "🔴",
    "large_blue_circle": "🔵", "large_green_circle": "🟢", "large_yellow_circle": "🟡", "large_orange_circle": "🟠",
    "white_circle": "⚪", "black_circle": "⚫", "green_heart": "💚", "heart": "❤️", "sob": "😭", "cry": "😢",
    "joy": "😂", "smile": "😄", "slightly_smiling_face": "🙂", "thinking_face": "🤔", "thinking": "🤔",
    "sweat_smile": "😅", "scream": "😱", "facepalm": "🤦", "face_palm": "🤦", "shrug": "🤷", "coffee": "☕",
    "fire_engine": "🚒", "ambulance": "🚑", "construction": "🚧", "ship": "🚢", "shipit": "🚢", "100": "💯",
    "question": "❓", "exclamation": "❗", "bangbang": "‼️", "zap": "⚡", "sparkles": "✨", "skull": "💀",
    "robot_face": "🤖", "palm_tree": "🌴", "heavy_plus_sign": "➕", "ghost": "👻", "snail": "🐌", "calendar": "📅",
}  # fmt: skip
_NAMES = {emoji.rstrip("\ufe0f"): name for name, emoji in reversed(_EMOJI.items())}
_SHORT = re.compile(r"(?<![\w:]):([\w+-]{1,60})(?:::skin-tone-\d)?:(?!\w)")


def with_emoji(text: str) -> str:
    """Write the emoji for each known name between colons; others stay as they are."""
    return _SHORT.sub(lambda match: _EMOJI.get(match[1], match[0]), text)


def emoji_name(text: str) -> str:
    """Give the name of an emoji, however it is written: `:pushpin:`, `pushpin`, or the sign itself."""
    bare = text.strip().strip(":").partition("::")[0]
    return _NAMES.get(bare.rstrip("\ufe0f"), "+1" if bare == "thumbsup" else bare.casefold())
