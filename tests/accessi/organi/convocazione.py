"""The draft of a sitting and what the members ask.

A draft is of the office and of who signs for the organ: who only sits in it finds nothing.
"""

from tests.accessi.mondo import DellaClasse, Scuola
from tests.accessi.mondo_organi import di
from tests.accessi.voce import Voce
from tests.factories.scuola import ADESSO

PREPARANO = frozenset(
    {
        "dirigente", "collaboratore", "dsga", "segretaria", "segretaria_personale",
        "segretaria_protocollo",
    }
)  # fmt: skip
FIRMA = frozenset({"responsabile"})
SIEDONO = frozenset({"dirigente", "responsabile", "docente", "coordinatrice"})


def _ordine(scuola: Scuola, classe: DellaClasse) -> dict[str, list[int]]:
    """The items of the draft, the last first."""
    organo = scuola.organi["a" if classe is scuola.a else "b"]
    return {"punto": [punto.pk for punto in reversed(organo.bozza.punti)]}


def _richiesta(scuola: Scuola, classe: DellaClasse) -> dict[str, object]:
    organo = scuola.organi["a" if classe is scuola.a else "b"]
    return {
        "chi": "componenti",
        "firmatari": [mandato.pk for mandato in organo.mandati.values()],
        "presentata_il": ADESSO.date().isoformat(),
        "argomenti": "Programma annuale",
    }


def _invito(scuola: Scuola, classe: DellaClasse) -> dict[str, object]:
    """A person and an item of the class."""
    organo = scuola.organi["a" if classe is scuola.a else "b"]
    return {
        "persona": organo.allegato.punto.seduta.preparata_da_id,
        "qualifica": "esperto",
        "punti": [organo.bozza.punti[0].pk],
    }


BOZZA = {"si": PREPARANO | FIRMA, "oggetto": di(lambda o: o.bozza.seduta)}
PUNTO = {"si": PREPARANO | FIRMA, "oggetto": di(lambda o: o.bozza.punti[0])}
CURA = {
    "si": PREPARANO | FIRMA,
    "no": SIEDONO - PREPARANO - FIRMA,
    "oggetto": di(lambda o: o.organo),
}
ALLEGATO = {"si": PREPARANO | FIRMA, "oggetto": di(lambda o: o.allegato)}

VOCI: dict[str, Voce] = {
    "organi:seduta_nuova": Voce("GET POST", **CURA),
    "organi:prepara": Voce("GET POST", **BOZZA),
    **dict.fromkeys(
        (
            "organi:perche_termine",
            "organi:perche_quorum",
            "organi:anteprima",
            "organi:bozza_pdf",
            "organi:bozza_email",
            "organi:bozza_evento",
        ),
        Voce("GET", **BOZZA),
    ),
    **dict.fromkeys(("organi:bozza_elimina", "organi:manda_alla_firma"), Voce("GET POST", **BOZZA)),
    "organi:invita": Voce("GET POST", corpo=_invito, **BOZZA),
    "organi:invito_togli": Voce(
        "POST", si=PREPARANO | FIRMA, oggetto=di(lambda o: o.bozza.convocati["invitato"])
    ),
    **dict.fromkeys(
        (
            "organi:bozza_riprendi",
            "organi:punto_aggiungi",
            "organi:punti_rinviati",
        ),
        Voce("POST", **BOZZA),
    ),
    "organi:punti_ordine": Voce("POST", corpo=_ordine, **BOZZA),
    **dict.fromkeys(("organi:punto_modifica", "organi:punto_allega"), Voce("GET POST", **PUNTO)),
    **dict.fromkeys(("organi:punto_sposta", "organi:punto_togli"), Voce("POST", **PUNTO)),
    "organi:punto_perche": Voce("GET", **PUNTO),
    "organi:allegato_deposita": Voce("GET POST", **ALLEGATO),
    "organi:allegato_togli": Voce("POST", **ALLEGATO),
    "organi:richieste": Voce("GET", si=PREPARANO | SIEDONO, oggetto=di(lambda o: o.organo)),
    "organi:richiesta_nuova": Voce("GET POST", corpo=_richiesta, **CURA),
    "organi:richiesta_convoca": Voce(
        "POST",
        si=PREPARANO | FIRMA,
        no=SIEDONO - PREPARANO - FIRMA,
        oggetto=di(lambda o: o.richiesta),
    ),
    "organi:raccolta_nuova": Voce(
        "GET POST", si=SIEDONO, no=PREPARANO - SIEDONO, oggetto=di(lambda o: o.organo)
    ),
    # A request that gathers signatures is of who sits: the office has it when it is presented.
    "organi:raccolta": Voce("GET", si=SIEDONO, oggetto=di(lambda o: o.raccolta)),
    **dict.fromkeys(
        ("organi:raccolta_firma", "organi:raccolta_togli_firma", "organi:raccolta_ritira"),
        Voce("POST", si=SIEDONO, oggetto=di(lambda o: o.raccolta)),
    ),
    "organi:mozione_nuova": Voce(
        "GET POST", si=SIEDONO, no=PREPARANO - SIEDONO, oggetto=di(lambda o: o.organo)
    ),
    "organi:mozione": Voce("GET", si=PREPARANO | SIEDONO, oggetto=di(lambda o: o.mozione)),
    "organi:mozione_rispondi": Voce(
        "POST",
        si=frozenset({"dirigente", "responsabile"}),
        no=(PREPARANO | SIEDONO) - {"dirigente", "responsabile"},
        oggetto=di(lambda o: o.mozione),
    ),
}
