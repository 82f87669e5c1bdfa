"""Enrolment: the public page, applications, papers, what is offered in a year."""

from tests.accessi.mondo_patto import della_scuola, di_patto
from tests.accessi.voce import DIRIGONO, SEGRETARIA, TUTTI, Voce

UFFICIO = SEGRETARIA | {"dsga"}
LEGGONO = UFFICIO | DIRIGONO
# The key of the form with which the application was made: it opens the receipt.
CHIAVE = di_patto(lambda patto: f"chiave-{patto.domanda.pk}")
DOMANDA = di_patto(lambda patto: patto.domanda)
ACCOLTA = di_patto(lambda patto: patto.accolta)
CARTA = di_patto(lambda patto: patto.carta)
OFFERTA = di_patto(lambda patto: patto.offerta)
QUADRO = della_scuola(lambda mondo: mondo.quadro)
UNITA = della_scuola(lambda mondo: mondo.uda)
TRATTA = Voce("GET POST", si=UFFICIO, altri=403, oggetto=DOMANDA)
CURA = Voce("GET POST", si=LEGGONO, altri=403)
DEL_QUADRO = Voce("GET POST", si=LEGGONO, altri=403, oggetto=QUADRO)

VOCI: dict[str, Voce] = {
    "patto:iscriviti": Voce("GET POST", si=TUTTI, pubblica=True),
    "patto:ricevuta": Voce("GET", si=TUTTI, pubblica=True, oggetto=CHIAVE),
    "patto:ricevuta_pdf": Voce("GET", si=TUTTI, pubblica=True, oggetto=CHIAVE),
    "patto:segui": Voce("GET POST", si=TUTTI, pubblica=True),
    "patto:segui_pdf": Voce("POST", si=TUTTI, pubblica=True),
    "patto:domande": Voce("GET", si=LEGGONO, altri=403),
    "patto:domanda_nuova": Voce("GET POST", si=UFFICIO, altri=403),
    "patto:soggiorno": Voce("GET", si=LEGGONO, altri=403),
    "patto:domanda": Voce("GET", si=LEGGONO, altri=403, oggetto=DOMANDA),
    "patto:domanda_perche": Voce(
        "GET",
        si=LEGGONO,
        altri=403,
        oggetto=DOMANDA,
        domanda=True,
        corpo=lambda scuola, classe: {"di": "soggiorno"},
    ),
    "patto:domanda_correggi": TRATTA,
    "patto:domanda_stampa": Voce("GET", si=LEGGONO, altri=403, oggetto=DOMANDA),
    "patto:domanda_accogli": TRATTA,
    "patto:domanda_respingi": TRATTA,
    "patto:domanda_rinuncia": TRATTA,
    "patto:domanda_quota": Voce("GET POST", si=UFFICIO, altri=403, oggetto=ACCOLTA),
    "patto:domanda_credenziali": Voce("POST", si=UFFICIO, altri=403, oggetto=ACCOLTA),
    "patto:carta_nuova": TRATTA,
    "patto:carta": Voce("GET", si=LEGGONO, altri=403, oggetto=CARTA),
    "patto:carta_verifica": Voce("POST", si=UFFICIO, altri=403, oggetto=CARTA),
    "patto:iscrizioni": Voce("GET", si=LEGGONO, altri=403),
    "patto:anno_copia": Voce("POST", si=LEGGONO, altri=403),
    "patto:apertura": CURA,
    "patto:offerta_nuova": CURA,
    "patto:offerta": Voce("GET POST", si=LEGGONO, altri=403, oggetto=OFFERTA),
    "patto:offerta_togli": Voce("GET POST", si=LEGGONO, altri=403, oggetto=OFFERTA),
    "patto:quadro_nuovo": CURA,
    "patto:quadro": Voce("GET", si=LEGGONO, altri=403, oggetto=QUADRO),
    "patto:quadro_ore": DEL_QUADRO,
    "patto:unita_nuova": DEL_QUADRO,
    "patto:unita": Voce("GET POST", si=LEGGONO, altri=403, oggetto=UNITA),
    "patto:unita_togli": Voce("GET POST", si=LEGGONO, altri=403, oggetto=UNITA),
}
