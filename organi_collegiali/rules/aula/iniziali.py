"""To find a member by the first letters of surname or name, as they are typed at a roll call."""

import unicodedata


def senza_accenti(testo: str) -> str:
    """Lower case, no accents, one kind of apostrophe: what letters are compared on."""
    scomposto = unicodedata.normalize("NFKD", testo.replace("’", "'").casefold())
    return "".join(lettera for lettera in scomposto if not unicodedata.combining(lettera))


def inizia(nome: str, lettere: str) -> bool:
    """Whether surname or name begins with these letters; «de c» finds De Carli. None: all do."""
    cerca = senza_accenti(lettere).strip()
    return f" {senza_accenti(nome)}".find(f" {cerca}") >= 0
