"""Whose identity nobody has checked yet: who registered from outside by proving a mailbox."""


def da_accertare(nome_e_cognome: str) -> str:
    """Why nothing is entrusted to such a person yet, and what the office does first."""
    return (
        f"L’identità di {nome_e_cognome} è da accertare: la registrazione è arrivata da fuori, con "
        "il solo indirizzo e-mail. Prima guarda un documento, apri la sua pagina da «Persone», "
        "«Senza incarico oggi», e di’ lì se è la stessa persona."
    )
