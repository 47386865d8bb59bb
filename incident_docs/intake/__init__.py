"""Read what other programs say of an incident: alerts, and chats."""
