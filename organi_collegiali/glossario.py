"""The words that the register has for organs, sittings, votes, deliberations and minutes."""

AZIONI: dict[str, str] = {}
CAMPI: dict[str, str] = {}
VALORI: dict[str, dict[str, str]] = {}
