"""What has no term in any source is looked at in a week."""

from datetime import timedelta
from typing import Final

SETTIMANA: Final = timedelta(days=7)
