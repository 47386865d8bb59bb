"""Write texts as YAML that is read as these texts, in quotes only where they need them."""

import json
import re
from typing import Any

_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What JSON writes as it is, and YAML does not read so."""


def yaml_scalar(text: str, *, in_list: bool = False) -> str:
    """Write the text as the value of a key, or as an item of a list in brackets."""
    source, plain = (f"[{text}]", [text]) if in_list else (f"x: {text}", {"x": text})
    # What JSON writes in quotes, YAML reads.
    return text if _read(source) == plain else yaml_quoted(text)


def yaml_quoted(text: str) -> str:
    """Write the text in quotes."""
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def is_yaml_item(source: str, text: str) -> bool:
    """Tell whether this source, in the brackets of a list, is this text and nothing else."""
    return bool(_read(f"[{source}]") == [text])


def _read(source: str) -> Any:
    import yaml  # noqa: PLC0415 - most runs write no YAML

    try:
        return yaml.safe_load(source)
    except (yaml.YAMLError, ValueError):
        return None
