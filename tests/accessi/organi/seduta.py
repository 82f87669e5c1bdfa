"""The room of a sitting: of who presides, who writes, the dirigente; the others only look."""

from tests.accessi.mondo import DellaClasse, Scuola
from tests.accessi.mondo_organi import OrganoDelMondo, di
from tests.accessi.voce import Voce

CONDUCONO = frozenset({"dirigente", "responsabile", "coordinatrice"})
PREPARANO = frozenset(
    {"collaboratore", "dsga", "segretaria", "segretaria_personale", "segretaria_protocollo"}
)
SIEDE = frozenset({"docente"})
VEDONO = CONDUCONO | PREPARANO | SIEDE


def _organo(scuola: Scuola, classe: DellaClasse) -> OrganoDelMondo:
    return scuola.organi["a" if classe is scuola.a else "b"]


def _chi(nome: str):
    """The member of the open sitting who is named by a form, under this name."""

    def corpo(scuola: Scuola, classe: DellaClasse) -> dict[str, object]:
        docente = "docente" if classe is scuola.a else "docente_di_b"
        convocato = _organo(scuola, classe).in_corso.convocati[docente]
        return {nome: convocato.pk, "testo": "Parole dettate.", "motivo": "Parente"}

    return corpo


def _all_appello(scuola: Scuola, classe: DellaClasse) -> dict[str, object]:
    convocati = _organo(scuola, classe).convocata.convocati
    return {"entra": convocati["dirigente"].pk}


IN_CORSO = {
    "si": CONDUCONO,
    "no": PREPARANO | SIEDE,
    "oggetto": di(lambda o: o.in_corso.seduta),
}
PUNTO = {**IN_CORSO, "oggetto": di(lambda o: o.in_corso.punti[0])}
DISCUSSO = {**IN_CORSO, "oggetto": di(lambda o: o.discusso)}
CONVOCATO = {**IN_CORSO, "oggetto": di(lambda o: o.in_corso.convocati["dirigente"])}
MOVIMENTO = {**IN_CORSO, "oggetto": di(lambda o: o.movimento)}
# Before it opens the secretary of the organ calls the roll.
CONVOCATA = {
    "si": CONDUCONO,
    "no": VEDONO - CONDUCONO,
    "oggetto": di(lambda o: o.convocata.seduta),
}

VOCI: dict[str, Voce] = {
    "organi:aula": Voce("GET", **IN_CORSO),
    **dict.fromkeys(
        ("organi:battito", "organi:proiezione", "organi:perche_seduta"),
        Voce("GET", si=VEDONO, oggetto=di(lambda o: o.in_corso.seduta)),
    ),
    **dict.fromkeys(("organi:apri", "organi:appello"), Voce("POST", **CONVOCATA)),
    "organi:deserta": Voce("GET POST", **CONVOCATA),
    **dict.fromkeys(
        ("organi:cariche", "organi:sospendi", "organi:chiudi", "organi:aggiorna"),
        Voce("GET POST", **IN_CORSO),
    ),
    **dict.fromkeys(("organi:riprendi", "organi:verifica_numero"), Voce("POST", **IN_CORSO)),
    "organi:movimento": Voce("POST", corpo=_all_appello, **CONVOCATA),
    "organi:movimenti": Voce("GET", **CONVOCATO),
    "organi:assenza": Voce("POST", **CONVOCATO),
    **dict.fromkeys(("organi:movimento_ora", "organi:movimento_togli"), Voce("POST", **MOVIMENTO)),
    **dict.fromkeys(("organi:punto_avvia", "organi:punto_concludi"), Voce("POST", **PUNTO)),
    "organi:discussione": Voce("GET POST", **PUNTO),
    **dict.fromkeys(
        ("organi:interesse", "organi:parola", "organi:detta"),
        Voce("POST", corpo=_chi("convocato"), **DISCUSSO),
    ),
    "organi:intervento_cambia": Voce("POST", **{**IN_CORSO, "oggetto": di(lambda o: o.intervento)}),
    "organi:dichiarazione_togli": Voce(
        "POST", **{**IN_CORSO, "oggetto": di(lambda o: o.dichiarazione)}
    ),
}
