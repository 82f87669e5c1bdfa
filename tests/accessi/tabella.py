"""Who may do what at each address of the portal: the expected answers, one entry an address.

Whoever is not named gets ``altri``: 404 where the very existence is not their business, 403 where
the page is known to all. Strangers always get 404, who is not signed in always goes to sign in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cpia.scuola import tenancy
from cpia.scuola.models import Persona, Utente
from cpia.scuola.services.inviti import nuovo_invito
from tests.accessi.mondo import DellaClasse, Scuola
from tests.factories.scuola import ADESSO

TUTTI = frozenset(
    {
        "dirigente", "collaboratore", "dsga", "segretaria", "segretaria_personale",
        "segretaria_protocollo", "amministratore", "studente", "responsabile", "docente",
        "docente_di_b", "coordinatrice", "coordinatore_di_b", "senza_incarico", "fino_a_ieri",
        "da_domani", "revocato", "in_due",
    }
)  # fmt: skip
DIRIGONO = frozenset({"dirigente", "collaboratore"})
SEGRETARIA = frozenset({"segretaria"})
DOCENTE = frozenset({"docente"})
COORDINA = frozenset({"coordinatrice"})
NESSUNO: frozenset[str] = frozenset()

Oggetto = Callable[[Scuola, DellaClasse], list[object]]
Corpo = Callable[[Scuola, DellaClasse], Any]
# Who has in class B the part that another has in class A.
GEMELLI = {
    "docente": "docente_di_b", "docente_di_b": "docente",
    "coordinatrice": "coordinatore_di_b", "coordinatore_di_b": "coordinatrice",
}  # fmt: skip


def della_classe_b(chi: frozenset[str]) -> frozenset[str]:
    """The same parts, in the other class."""
    return frozenset(GEMELLI.get(nome, nome) for nome in chi)


@dataclass(frozen=True)
class Voce:
    """One address: how it is called, who is let in for an object of class A, who is refused.

    ``corpo`` makes a request that names rows of a class: asked with those of another institute
    it must do nothing. ``proprio`` names the objects of which each of the cast has an own one.
    """

    metodi: str
    si: frozenset[str] = NESSUNO
    no: frozenset[str] = NESSUNO
    altri: int = 404
    oggetto: Oggetto | None = None
    corpo: Corpo | None = None
    json: bool = False
    domanda: bool = False
    proprio: str = ""
    pubblica: bool = False


def _inserimento(scuola: Scuola, classe: DellaClasse) -> list[object]:
    return [classe.inserimento.pk]


def _scheda(scuola: Scuola, classe: DellaClasse) -> list[object]:
    return [classe.inserimento.pk, classe.iscrizione]


def _classe(scuola: Scuola, classe: DellaClasse) -> list[object]:
    return [classe.rilevata.pk]


def _congelata(scuola: Scuola, classe: DellaClasse) -> list[object]:
    return [classe.congelata.pk]


def _disciplina(scuola: Scuola, classe: DellaClasse) -> list[object]:
    return [classe.rilevata.pk, classe.inserimento.pk]


def _rilevazione(scuola: Scuola, classe: DellaClasse) -> list[object]:
    return [scuola.rilevazione.pk]


def _bozza(scuola: Scuola, classe: DellaClasse) -> list[object]:
    return [scuola.bozza.pk]


def _abbinamenti(scuola: Scuola, classe: DellaClasse) -> list[object]:
    return [scuola.rilevazione.pk, classe.rilevata.classe.corso_id]


def _documento(scuola: Scuola, classe: DellaClasse) -> list[object]:
    return [classe.documento.pk]


def _importazione(scuola: Scuola, classe: DellaClasse) -> list[object]:
    return [scuola.importazione.pk]


def _di(scuola: Scuola, classe: DellaClasse) -> dict[str, str]:
    casella = f"{classe.iscrizione}-{scuola.competenza.pk}-"
    return {"di": casella, "livello": "A", "motivo": "Ha recuperato."}


def _di_congelata(scuola: Scuola, classe: DellaClasse) -> dict[str, str]:
    return _di(scuola, classe) | {"di": f"{classe.scrutinato}-{scuola.competenza.pk}-"}


def _celle(scuola: Scuola, classe: DellaClasse) -> list[dict[str, Any]]:
    return [
        {
            "iscrizione": classe.iscrizione, "competenza": scuola.competenza.pk, "livello": "A",
            "motivo": "", "versione": 1,
        }
    ]  # fmt: skip


def _una_scheda(scuola: Scuola, classe: DellaClasse) -> dict[str, str]:
    return {f"livello_{scuola.competenza.pk}": "A", f"versione_{scuola.competenza.pk}": "1"}


def _nuova_rilevazione(scuola: Scuola, classe: DellaClasse) -> dict[str, object]:
    return {
        "titolo": "Altra", "anno_scolastico": scuola.rilevazione.anno_scolastico_id,
        "anno_di_corso": "4", "quadro": scuola.rilevazione.quadro_id,
        "inserimento_dal": "2024-05-31", "consultazione_dal": "2024-06-03",
    }  # fmt: skip


def _calendario(scuola: Scuola, classe: DellaClasse) -> dict[str, str]:
    return {f"scrutinio_{classe.rilevata.pk}": "2024-06-20T10:00"}


def _coppie(scuola: Scuola, classe: DellaClasse) -> dict[str, list[str]]:
    """The pairs that are there, and one more."""
    discipline = [
        scuola.a.inserimento.cattedra.disciplina_id,
        scuola.b.inserimento.cattedra.disciplina_id,
        classe.non_abbinata,
    ]
    return {"coppie": [f"{disciplina}-{scuola.competenza.pk}" for disciplina in discipline]}


def _riga(scuola: Scuola, classe: DellaClasse) -> dict[str, str]:
    return {f"riga_{classe.scrutinato}": "Sa cantare."}


def _sollecito(scuola: Scuola, classe: DellaClasse) -> dict[str, int]:
    return {"inserimento": classe.inserimento.pk}


def _invito(scuola: Scuola, classe: DellaClasse) -> list[object]:
    """The code of an invitation to somebody who has a login in another school."""
    tenancy.imposta(istituto_id=scuola.istituto.pk)
    utente, _ = Utente.objects.get_or_create(email="invitata@example.it")
    invitata, _ = Persona.objects.get_or_create(
        istituto=scuola.istituto, cognome="Invitata", nome="Anna", email=utente.email
    )
    _, indirizzo = nuovo_invito(persona=invitata, adesso=ADESSO)
    return [indirizzo.rstrip("/").rpartition("/")[2]]


# The grid: only who teaches the subject today.
GRIGLIA = {"si": DOCENTE, "oggetto": _inserimento}
# The board: its coordinator, dirigente and collaborators.
QUADRO = {"si": COORDINA | DIRIGONO, "oggetto": _classe}
# The acts of the coordinator: who reads all the classes knows that they exist, and is refused.
COORDINATORE = {"si": COORDINA, "no": DIRIGONO, "oggetto": _classe}
SCRUTINIO = {"si": COORDINA, "no": DIRIGONO, "oggetto": _congelata}
DISCIPLINA = {"si": COORDINA, "no": DIRIGONO, "oggetto": _disciplina}
STAMPE = {"si": COORDINA | DIRIGONO | SEGRETARIA, "oggetto": _congelata}
RIAPRE = {
    "si": frozenset({"dirigente"}), "no": COORDINA | {"collaboratore"}, "oggetto": _congelata,
}  # fmt: skip
CURA = {"si": SEGRETARIA, "no": DIRIGONO, "oggetto": _rilevazione}
IMPORTA = {"si": SEGRETARIA, "altri": 403}
UN_FILE = {"si": SEGRETARIA, "altri": 403, "oggetto": _importazione}

TABELLA: dict[str, Voce] = {
    # cpia.avvisi: everybody has a desk, of their own
    "scrivania": Voce("GET", TUTTI),
    "avvisi": Voce("GET", TUTTI),
    "avvisi_letti": Voce("POST", TUTTI),
    "perche_scadenza": Voce("GET", proprio="scadenze"),
    "avviso": Voce("GET", proprio="notifiche"),
    "lavoro": Voce("GET", proprio="lavori"),
    "lavoro_ferma": Voce("POST", proprio="lavori"),
    # cpia.atti
    "verifica": Voce("GET", TUTTI, pubblica=True),
    "verifica_codice": Voce(
        "GET", TUTTI, pubblica=True, oggetto=lambda s, c: [c.documento.codice_verifica]
    ),
    "documento": Voce(
        "GET",
        COORDINA | DIRIGONO | SEGRETARIA,
        oggetto=_documento,
    ),
    # cpia.scuola
    "importazioni": Voce("GET", SEGRETARIA | {"dirigente"}, altri=403),
    "importazione_nuova": Voce("GET POST", **IMPORTA),
    "importazione_modello": Voce("GET", **IMPORTA, oggetto=lambda s, c: ["classi"]),
    "importazione": Voce("GET", **UN_FILE),
    "importazione_colonne": Voce("GET POST", **UN_FILE),
    "importazione_discipline": Voce("POST", **UN_FILE),
    "importazione_esegui": Voce("POST", **UN_FILE),
    "importazione_annulla": Voce("GET POST", **UN_FILE),
    "importazione_scarta": Voce("POST", **UN_FILE),
    "importazione_errate": Voce("GET", **UN_FILE),
    "persone": Voce("GET", SEGRETARIA | {"dirigente"}, altri=403),
    "persone_invita": Voce("POST", **IMPORTA),
    "invito": Voce("GET POST", TUTTI, pubblica=True, oggetto=_invito),
    # cpia.portale
    "simulatore": Voce("GET POST", TUTTI),
    # competenze: the grid
    "competenze:elenco": Voce("GET", TUTTI),
    "competenze:inserimento": Voce("GET", **GRIGLIA),
    "competenze:celle": Voce("POST", **GRIGLIA, corpo=_celle, json=True),
    "competenze:incolla": Voce("POST", **GRIGLIA),
    "competenze:livelli_inserimento": Voce("GET", **GRIGLIA),
    "competenze:perche_termine": Voce("GET", **GRIGLIA),
    "competenze:registra_inserimento": Voce("GET POST", **GRIGLIA),
    "competenze:storia_inserimento": Voce("GET", **GRIGLIA),
    "competenze:studenti": Voce("GET", **GRIGLIA),
    "competenze:scheda": Voce("GET POST", DOCENTE, oggetto=_scheda, corpo=_una_scheda),
    # competenze: the campaign
    "competenze:rilevazione_nuova": Voce("GET POST", **IMPORTA, corpo=_nuova_rilevazione),
    "competenze:rilevazione": Voce("GET", DIRIGONO | SEGRETARIA, oggetto=_rilevazione),
    "competenze:rilevazione_modifica": Voce("GET POST", **CURA),
    "competenze:calendario": Voce("GET POST", **CURA, corpo=_calendario),
    "competenze:abbinamenti": Voce(
        "GET POST", SEGRETARIA, DIRIGONO, oggetto=_abbinamenti, corpo=_coppie
    ),
    "competenze:rilevazione_apri": Voce("GET POST", SEGRETARIA, DIRIGONO, oggetto=_bozza),
    "competenze:rilevazione_allinea": Voce("POST", **CURA),
    "competenze:rilevazione_chiudi": Voce("GET POST", **CURA),
    "competenze:rilevazione_riapri": Voce("GET POST", **CURA),
    # competenze: the papers
    "competenze:stampe": Voce("GET", **STAMPE),
    "competenze:certifica": Voce("GET POST", **SCRUTINIO),
    "competenze:righe_libere": Voce("GET POST", **SCRUTINIO, corpo=_riga),
    "competenze:ristampa": Voce("POST", **STAMPE),
    "competenze:certificati_annulla": Voce("GET POST", **RIAPRE),
    "competenze:tabellone": Voce("POST", **STAMPE),
    "competenze:scheda_csv": Voce("GET", **STAMPE),
    "competenze:scheda_xlsx": Voce("GET", **STAMPE),
    # competenze: the board and its acts
    "competenze:quadro": Voce("GET", **QUADRO),
    "competenze:perche": Voce("GET", **QUADRO, corpo=_di, domanda=True),
    "competenze:perche_storia": Voce("GET", **QUADRO, corpo=_di, domanda=True),
    "competenze:perche_termine_classe": Voce("GET", **QUADRO),
    "competenze:sollecita": Voce("POST", **COORDINATORE, corpo=_sollecito),
    "competenze:decidi": Voce("POST", **COORDINATORE, corpo=_di),
    "competenze:torna_alla_media": Voce("POST", **COORDINATORE, corpo=_di),
    "competenze:delibera": Voce("POST", **SCRUTINIO, corpo=_di_congelata),
    "competenze:congela": Voce("GET POST", **COORDINATORE),
    "competenze:riapri_classe": Voce("GET POST", **RIAPRE),
    "competenze:motivo_mancanza": Voce("GET POST", **DISCIPLINA),
    "competenze:attendi": Voce("POST", **DISCIPLINA),
    "competenze:riapri_disciplina": Voce("GET POST", **DISCIPLINA),
}

# Outside the institutes: whether one must be signed in.
FUORI = {
    "istituti": True,
    "salute": False,
    "elementi": False,
}
