"""Telegram's published and measured limits that the sandbox enforces."""

from datetime import timedelta
from typing import Final

TEXT_UNITS: Final = 4096
CAPTION_UNITS: Final = 1024
ENTITIES: Final = 100

BUTTONS: Final = 100
BUTTONS_IN_ROW: Final = 8
CALLBACK_DATA_BYTES: Final = 64
COPY_TEXT_UNITS: Final = 256
ANSWER_UNITS: Final = 200
PLACEHOLDER_UNITS: Final = 64

PHOTO_BYTES: Final = 10 * 1024 * 1024
PHOTO_SIDES: Final = 10_000
PHOTO_RATIO: Final = 20
UPLOAD_BYTES: Final = 50 * 1024 * 1024
ALBUM: Final = (2, 10)

POLL_LIMIT: Final = 100
POLL_SECONDS: Final = 50
DELETE_AT_ONCE: Final = 100
DELETE_WITHIN: Final = timedelta(hours=48)
GROUP_MESSAGES_A_MINUTE: Final = 20

# Telegram forgets an undelivered press after 150 s and a message after a day. How long a press
# can still be answered is not published; reports put it at some tens of seconds.
PRESS_KEPT_SECONDS: Final = 150.0
MESSAGE_KEPT_SECONDS: Final = 86_400.0
PRESS_ANSWERABLE_SECONDS: Final = 60.0

# A bot has ten seconds to say whether an invoice may be paid.
CHECKOUT_SECONDS: Final = 10.0

COMMANDS: Final = 100
COMMAND_DESCRIPTION_UNITS: Final = 256
BOT_NAME_UNITS: Final = 64
BOT_DESCRIPTION_UNITS: Final = 512
BOT_SHORT_DESCRIPTION_UNITS: Final = 120

JOURNAL_CALLS: Final = 20_000
