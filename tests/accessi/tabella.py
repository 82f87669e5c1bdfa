"""Who may do what at each address of the portal: the expected answers, one entry an address.

Whoever is not named gets ``altri``: 404 where the very existence is not their business, 403 where
the page is known to all. Strangers always get 404, who is not signed in always goes to sign in.
"""

from typing import Any

from cpia.atti.models import Operazione
from cpia.atti.services import annota
from cpia.avvisi.circolari.queries.elenco import versione as versione_di
from cpia.avvisi.models import FileCircolare
from cpia.avvisi.services import crea_calendario
from cpia.scuola import tenancy
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona, Utente
from cpia.scuola.services.inviti import nuovo_invito
from tests.accessi.albo import file_di
from tests.accessi.bonus import VOCI as BONUS
from tests.accessi.mondo import DellaClasse, Scuola
from tests.accessi.organi import VOCI as ORGANI
from tests.accessi.patto import VOCI as PATTO
from tests.accessi.selezioni import VOCI as SELEZIONI
from tests.accessi.voce import (
    COORDINA,
    DIRIGONO,
    DOCENTE,
    SEGRETARIA,
    TUTTI,
    Oggetto,
    Voce,
)
from tests.factories.scuola import ADESSO, contesto

# Who has in class B the part that another has in class A; the empty name is nobody of the cast.
GEMELLI = {
    "docente": "docente_di_b", "docente_di_b": "docente",
    "coordinatrice": "coordinatore_di_b", "coordinatore_di_b": "coordinatrice",
    "tutor": "", "coordinatrice_sede": "", "corsista": "",
}  # fmt: skip


def della_classe_b(chi: frozenset[str]) -> frozenset[str]:
    """The same parts, in the other class, where there are; what is open to all is so in both."""
    return chi if chi == TUTTI else frozenset(GEMELLI.get(nome, nome) for nome in chi) - {""}


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


def _regolamento(scuola: Scuola, classe: DellaClasse) -> list[object]:
    return [scuola.regolamenti["vigente"].pk]


def _bozza_di_regolamento(scuola: Scuola, classe: DellaClasse) -> list[object]:
    return [scuola.regolamenti["bozza"].pk]


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


def _riga_libera(scuola: Scuola, classe: DellaClasse) -> dict[str, str]:
    return {f"riga_{classe.scrutinato}": "Sa cantare."}


def _sollecito(scuola: Scuola, classe: DellaClasse) -> dict[str, int]:
    return {"inserimento": classe.inserimento.pk}


def _docente(scuola: Scuola, classe: DellaClasse) -> list[object]:
    return [scuola.cast["docente"].pk]


def _da_accertare(scuola: Scuola, classe: DellaClasse) -> list[object]:
    """Who registered from outside."""
    tenancy.imposta(istituto_id=scuola.istituto.pk)
    chi, _ = Persona.objects.get_or_create(
        istituto=scuola.istituto, codice_fiscale="VRDLCU80A01H501G",
        defaults={"cognome": "Verdi", "nome": "Luca", "identita_da_accertare": True},
    )  # fmt: skip
    return [chi.pk]


def _incarico(scuola: Scuola, classe: DellaClasse) -> list[object]:
    tenancy.imposta(istituto_id=scuola.istituto.pk)
    return [scuola.cast["docente"].incarichi.get().pk]


def _nuovo_incarico(scuola: Scuola, classe: DellaClasse) -> dict[str, object]:
    return {
        "ruolo": "docente", "cattedra": classe.inserimento.cattedra_id, "dal": "2025-01-07",
        "al": "2025-06-30", "atto": "Decreto n. 3",
    }  # fmt: skip


def _nuova_sostituzione(scuola: Scuola, classe: DellaClasse) -> dict[str, object]:
    return {
        "incarichi": _incarico(scuola, classe), "sostituto": scuola.cast["coordinatrice"].pk,
        "dal": "2024-06-05", "al": "2024-06-14", "atto": "Decreto n. 4",
    }  # fmt: skip


def _riga_del_registro(scuola: Scuola, classe: DellaClasse) -> list[object]:
    tenancy.imposta(istituto_id=scuola.istituto.pk)
    dirigente = scuola.cast["dirigente"]
    if not Operazione.objects.exists():
        annota(autore=contesto(dirigente), adesso=ADESSO, azione="prova", oggetto=dirigente)
    return [Operazione.objects.order_by("pk")[0].pk]


def _anno(scuola: Scuola, classe: DellaClasse) -> list[object]:
    return [scuola.rilevazione.anno_scolastico_id]


def _classe_dell_anno(scuola: Scuola, classe: DellaClasse) -> list[object]:
    return [classe.rilevata.classe_id]


def _classi_da_creare(scuola: Scuola, classe: DellaClasse) -> dict[str, str]:
    sua = classe.rilevata.classe
    return {"chiavi": f"{sua.corso_id}-{sua.anno_di_corso + 1}-{sua.sezione}"}


def _classe_a_mano(scuola: Scuola, classe: DellaClasse) -> dict[str, object]:
    sua = classe.rilevata.classe
    return {
        "corso": sua.corso_id, "sede": sua.sede_id, "anno_di_corso": "4", "sezione": "Z",
    }  # fmt: skip


def _copie_da_fare(scuola: Scuola, classe: DellaClasse) -> dict[str, str]:
    """Nothing can be ticked while the next year has no classes: refused, with the own ids too."""
    return {"copia": f"cattedra-{classe.inserimento.cattedra_id}"}


def _invito(scuola: Scuola, classe: DellaClasse) -> list[object]:
    """The code of an invitation to somebody who has a login in another school."""
    tenancy.imposta(istituto_id=scuola.istituto.pk)
    utente, _ = Utente.objects.get_or_create(email="invitata@example.it")
    invitata, _ = Persona.objects.get_or_create(
        istituto=scuola.istituto, cognome="Invitata", nome="Anna", email=utente.email
    )
    _, indirizzo = nuovo_invito(persona=invitata, adesso=ADESSO)
    return [indirizzo.rstrip("/").rpartition("/")[2]]


def _riga_di_scrivania(scuola: Scuola, classe: DellaClasse) -> list[object]:
    """A row of the teacher's desk, and an act that its app does not offer."""
    return [scuola.scadenze["docente"].pk, "prova"]


def _calendario_privato(scuola: Scuola, classe: DellaClasse) -> list[object]:
    """The address of the teacher's calendar."""
    docente = scuola.cast["docente"]
    contesto = Contesto(scuola.istituto, docente, (), ADESSO)
    tenancy.imposta(istituto_id=scuola.istituto.pk)
    return [crea_calendario(autore=contesto, adesso=ADESSO)]


def _di_scadenze(scuola: Scuola, classe: DellaClasse) -> dict[str, str]:
    return {"di": "scadenze"}


def _una_scadenza(scuola: Scuola, classe: DellaClasse) -> dict[str, int]:
    return {"scadenza": scuola.scadenze["tardi"].pk}


def _sollecitata(scuola: Scuola, classe: DellaClasse) -> dict[str, int]:
    return {"scadenza": scuola.scadenze["tardi sollecitata"].pk}


def _circolare(scuola: Scuola, classe: DellaClasse) -> list[object]:
    """The circular for the teachers of this class only."""
    return [scuola.circolari["a" if classe is scuola.a else "b"].pk]


def _allegato(scuola: Scuola, classe: DellaClasse) -> list[object]:
    [pk] = _circolare(scuola, classe)
    return _con_file(scuola, pk)


def _con_file(scuola: Scuola, pk: object) -> list[object]:
    tenancy.imposta(istituto_id=scuola.istituto.pk)
    return [pk, FileCircolare.objects.get(circolare_id=pk).pk]


def _circolare_in_bozza(scuola: Scuola, classe: DellaClasse) -> list[object]:
    return [scuola.circolari["bozza"].pk]


def _circolare_pubblica(scuola: Scuola, classe: DellaClasse) -> list[object]:
    return [scuola.circolari["pubblica"].pk]


def _nuova_circolare(scuola: Scuola, classe: DellaClasse) -> dict[str, object]:
    return {
        "tipo": "avviso", "oggetto": "Altra", "testo": "Altro.", "ruoli": ["docente"],
        "classi": [classe.rilevata.classe_id], "pubblica": "no", "riscontro": "nessuno",
    }  # fmt: skip


def _circolare_cambiata(scuola: Scuola, classe: DellaClasse) -> dict[str, object]:
    tenancy.imposta(istituto_id=scuola.istituto.pk)
    versione = {"versione": versione_di(scuola.circolari["bozza"])}
    return _nuova_circolare(scuola, classe) | versione


def _pubblicazione(stato: str) -> Oggetto:
    return lambda scuola, classe: [scuola.albo[stato].pk]


def _file_della_bozza(scuola: Scuola, classe: DellaClasse) -> list[object]:
    tenancy.imposta(istituto_id=scuola.istituto.pk)
    return [scuola.albo["bozza"].pk, file_di(scuola.albo["bozza"])]


def _atto_pubblico(scuola: Scuola, classe: DellaClasse) -> list[object]:
    return [scuola.albo["in corso"].anno, scuola.albo["in corso"].numero]


def _file_pubblico(scuola: Scuola, classe: DellaClasse) -> list[object]:
    tenancy.imposta(istituto_id=scuola.istituto.pk)
    return [*_atto_pubblico(scuola, classe), file_di(scuola.albo["in corso"])]


def _nuova_pubblicazione(scuola: Scuola, classe: DellaClasse) -> dict[str, object]:
    return {
        "oggetto": "Altra", "categoria": "bandi", "richiedente": "Ufficio", "dal": "2024-06-05",
        "codice_documento": scuola.albo["sostituta"].documento.codice_verifica,
    }  # fmt: skip


def _sostituta(scuola: Scuola, classe: DellaClasse) -> dict[str, object]:
    return {"sostituita_da": scuola.albo["sostituta"].pk}


def _annullo(scuola: Scuola, classe: DellaClasse) -> dict[str, object]:
    motivo = {"motivo": "L’importo era errato.", "riletto": "si"}
    return _sostituta(scuola, classe) | motivo


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
UFFICI = frozenset(
    {"dirigente", "dsga", "segretaria", "segretaria_personale", "segretaria_protocollo"}
)
BOZZA = {"si": UFFICI, "no": frozenset({"collaboratore"}), "oggetto": _bozza_di_regolamento}
LEGGE_ANNI = {"si": SEGRETARIA | DIRIGONO, "altri": 403}
UN_FILE = {"si": SEGRETARIA, "altri": 403, "oggetto": _importazione}

# The albo: the office works on it, the collaboratore reads what the dirigente reads.
ALBO = {"si": UFFICI, "altri": 403}
LEGGE_ALBO = {"si": UFFICI | {"collaboratore"}, "altri": 403}

# Who records the roles of the staff; the collaboratore reads what the dirigente reads.
CONFERISCONO = frozenset({"dirigente", "dsga", "segretaria", "segretaria_personale"})
LEGGONO_LE_PERSONE = CONFERISCONO | {"collaboratore"}
REGISTRO = frozenset({"dirigente", "dsga"})

# The office reads any circular, who teaches in a class what is for that class; the dirigente signs.
LEGGE_CIRCOLARE = {"si": DOCENTE | UFFICI | {"collaboratore"}}
SCRIVE_BOZZA = {"si": UFFICI, "no": frozenset({"collaboratore"}), "oggetto": _circolare_in_bozza}
SCRIVE_CIRCOLARE = {"si": UFFICI, "no": frozenset({"collaboratore"}), "oggetto": _circolare}
FIRMA = {"si": frozenset({"dirigente"}), "no": (UFFICI | {"collaboratore"}) - {"dirigente"}}
RISPONDE = {"si": DOCENTE, "no": UFFICI | {"collaboratore"}, "oggetto": _circolare}
PER_TUTTI = {"si": TUTTI, "pubblica": True}

TABELLA: dict[str, Voce] = {
    # cpia.avvisi: circulars
    "circolari": Voce("GET", TUTTI),
    "circolari_ufficio": Voce("GET", UFFICI | {"collaboratore"}),
    "circolare_nuova": Voce("GET POST", UFFICI, altri=403, corpo=_nuova_circolare),
    "circolare": Voce("GET", **LEGGE_CIRCOLARE, oggetto=_circolare),
    "circolare_file": Voce("GET", **LEGGE_CIRCOLARE, oggetto=_allegato),
    "circolare_modifica": Voce("GET POST", **SCRIVE_BOZZA, corpo=_circolare_cambiata),
    "circolare_elimina": Voce("GET POST", **SCRIVE_BOZZA),
    "circolare_allega": Voce("POST", **SCRIVE_BOZZA),
    "circolare_file_togli": Voce(
        "POST",
        UFFICI,
        frozenset({"collaboratore"}),
        oggetto=lambda s, c: _con_file(s, s.circolari["bozza"].pk),
    ),
    "circolare_pubblica": Voce("GET POST", **FIRMA, oggetto=_circolare_in_bozza),
    "circolare_annulla": Voce("GET POST", **FIRMA, oggetto=_circolare),
    "circolare_ristampa": Voce("POST", **SCRIVE_CIRCOLARE),
    "circolare_sollecita": Voce("POST", **SCRIVE_CIRCOLARE),
    "circolare_ricevute": Voce("GET", UFFICI | {"collaboratore"}, oggetto=_circolare),
    "circolare_riscontro": Voce("POST", **RISPONDE),
    "circolare_ritira": Voce("POST", **RISPONDE),
    "novita_circolari": Voce("GET", **PER_TUTTI),
    "novita_circolare": Voce("GET", **PER_TUTTI, oggetto=_circolare_pubblica),
    "novita_circolare_pdf": Voce("GET", **PER_TUTTI, oggetto=_circolare_pubblica),
    "novita_circolare_file": Voce(
        "GET", **PER_TUTTI, oggetto=lambda s, c: _con_file(s, s.circolari["pubblica"].pk)
    ),
    # cpia.avvisi: everybody has a desk, of their own
    "scrivania": Voce("GET", TUTTI),
    "avvisi": Voce("GET", TUTTI),
    "avvisi_letti": Voce("POST", TUTTI),
    "perche_scadenza": Voce("GET", proprio="scadenze"),
    "scrivania_fai": Voce("POST", DOCENTE, oggetto=_riga_di_scrivania),
    "scrivania_disfa": Voce("POST", DOCENTE, oggetto=_riga_di_scrivania),
    "impostazioni_avvisi": Voce("GET POST", TUTTI),
    "calendario_privato": Voce("GET POST", TUTTI),
    "calendario_revoca": Voce("POST", TUTTI),
    "calendario_ics": Voce("GET", TUTTI, pubblica=True, oggetto=_calendario_privato),
    "avviso": Voce("GET", proprio="notifiche"),
    "lavoro": Voce("GET", proprio="lavori"),
    "lavoro_ferma": Voce("POST", proprio="lavori"),
    # cpia.atti: the albo
    "albo": Voce("GET", **PER_TUTTI),
    "albo_atto": Voce("GET", **PER_TUTTI, oggetto=_atto_pubblico),
    "albo_documento": Voce("GET", **PER_TUTTI, oggetto=_atto_pubblico),
    "albo_file": Voce("GET", **PER_TUTTI, oggetto=_file_pubblico),
    "pubblicazioni": Voce("GET", **LEGGE_ALBO),
    "pubblicazione_nuova": Voce("GET POST", **ALBO, corpo=_nuova_pubblicazione),
    "pubblicazione_perche": Voce("GET", **LEGGE_ALBO),
    "pubblicazione": Voce("GET", **LEGGE_ALBO, oggetto=_pubblicazione("bozza")),
    "pubblicazione_modifica": Voce(
        "GET POST", **ALBO, oggetto=_pubblicazione("bozza"), corpo=_nuova_pubblicazione
    ),
    "pubblicazione_elimina": Voce("POST", **ALBO, oggetto=_pubblicazione("bozza")),
    "pubblicazione_file_nuovo": Voce("POST", **ALBO, oggetto=_pubblicazione("bozza")),
    "pubblicazione_file": Voce("GET", **LEGGE_ALBO, oggetto=_file_della_bozza),
    "pubblicazione_file_togli": Voce("POST", **ALBO, oggetto=_file_della_bozza),
    "pubblicazione_pubblica": Voce("GET POST", **ALBO, oggetto=_pubblicazione("bozza")),
    "pubblicazione_annulla": Voce(
        "GET POST", **ALBO, oggetto=_pubblicazione("in corso"), corpo=_annullo
    ),
    "pubblicazione_sostituta": Voce(
        "POST", **ALBO, oggetto=_pubblicazione("annullata"), corpo=_sostituta
    ),
    "pubblicazione_attesta": Voce(
        "POST", UFFICI - {"segretaria_personale"}, altri=403, oggetto=_pubblicazione("conclusa")
    ),
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
    "storia": Voce(
        "GET",
        DOCENTE | DIRIGONO,
        oggetto=lambda s, c: ["competenze.inserimento", c.inserimento.pk],
    ),
    "registro": Voce("GET", REGISTRO, altri=403),
    "registro_riga": Voce("GET", REGISTRO, altri=403, oggetto=_riga_del_registro),
    # cpia.norme: everybody reads what holds, the offices prepare what will
    "regolamenti": Voce("GET", TUTTI),
    "parametri_vigenti": Voce("GET", TUTTI),
    "confronto_regolamenti": Voce("GET", TUTTI),
    "termine_regolamenti": Voce("GET", TUTTI),
    "controllo_regolamenti": Voce("GET", UFFICI | {"collaboratore"}, altri=403),
    "regolamento_nuovo": Voce("GET POST", UFFICI, altri=403),
    "regolamento": Voce("GET", TUTTI, oggetto=_regolamento),
    "regolamento_versione": Voce("POST", UFFICI, altri=403, oggetto=_regolamento),
    "regolamento_bozza": Voce("GET", **BOZZA),
    "regolamento_regola": Voce("GET POST", **BOZZA),
    "regolamento_verifica": Voce("POST", **BOZZA),
    "regolamento_togli": Voce("POST", **BOZZA),
    "regolamento_adotta": Voce("GET POST", **BOZZA),
    "regolamento_scarta": Voce("GET POST", **BOZZA),
    # cpia.scuola
    "importazioni": Voce("GET", SEGRETARIA | {"dirigente"}, altri=403),
    "importazione_nuova": Voce("GET POST", **IMPORTA),
    "importazione_modello": Voce("GET", **IMPORTA, oggetto=lambda s, c: ["classi"]),
    "importazione": Voce("GET", **UN_FILE),
    "importazione_colonne": Voce("GET POST", **UN_FILE),
    "importazione_intestazione": Voce("POST", **UN_FILE),
    "importazione_discipline": Voce("POST", **UN_FILE),
    "importazione_esegui": Voce("POST", **UN_FILE),
    "importazione_annulla": Voce("GET POST", **UN_FILE),
    "importazione_scarta": Voce("POST", **UN_FILE),
    "importazione_errate": Voce("GET", **UN_FILE),
    "anno": Voce("GET", **LEGGE_ANNI),
    "anno_classi": Voce("GET", **LEGGE_ANNI, oggetto=_anno),
    "anno_crea_classi": Voce("POST", **IMPORTA, oggetto=_anno, corpo=_classi_da_creare),
    "anno_aggiungi_classe": Voce("POST", **IMPORTA, oggetto=_anno, corpo=_classe_a_mano),
    "anno_studenti": Voce("GET", **LEGGE_ANNI, oggetto=_anno),
    "anno_decidi": Voce("POST", **IMPORTA, oggetto=_anno),
    "anno_proponi": Voce("POST", **IMPORTA, oggetto=_anno),
    "anno_incarichi": Voce("GET", **LEGGE_ANNI, oggetto=_anno),
    "anno_scegli": Voce("POST", **IMPORTA, oggetto=_anno, corpo=_copie_da_fare),
    "anno_docenti": Voce("POST", **IMPORTA, oggetto=_anno),
    "anno_anteprima": Voce("GET", **LEGGE_ANNI, oggetto=_anno),
    "anno_compi": Voce("GET POST", **IMPORTA, oggetto=_anno),
    "classi": Voce("GET", **LEGGE_ANNI),
    "classe": Voce("GET", **LEGGE_ANNI, oggetto=_classe_dell_anno),
    "persone": Voce("GET", LEGGONO_LE_PERSONE, altri=403),
    "persona": Voce("GET", LEGGONO_LE_PERSONE, oggetto=_docente),
    "persona_identita": Voce(
        "GET POST", CONFERISCONO, frozenset({"collaboratore"}), oggetto=_da_accertare
    ),
    "incarico_nuovo": Voce(
        "GET POST",
        CONFERISCONO,
        frozenset({"collaboratore"}),
        oggetto=lambda s, c: [s.cast["coordinatrice"].pk],
        corpo=_nuovo_incarico,
    ),
    "sostituzione_nuova": Voce(
        "GET POST",
        CONFERISCONO,
        frozenset({"collaboratore"}),
        oggetto=_docente,
        corpo=_nuova_sostituzione,
    ),
    "incarico_termine": Voce(
        "GET POST", CONFERISCONO, frozenset({"collaboratore"}), oggetto=_incarico
    ),
    "incarico_revoca": Voce(
        "GET POST", CONFERISCONO, frozenset({"collaboratore"}), oggetto=_incarico
    ),
    "persone_invita": Voce("POST", **IMPORTA),
    "invito": Voce("GET POST", TUTTI, pubblica=True, oggetto=_invito),
    # cpia.portale: the public pages
    "istituto": Voce("GET", **PER_TUTTI),
    "privacy": Voce("GET", **PER_TUTTI),
    "accessibilita": Voce("GET", **PER_TUTTI),
    "note_legali": Voce("GET", **PER_TUTTI),
    "segnala": Voce("GET POST", **PER_TUTTI),
    # cpia.portale
    "simulatore": Voce("GET POST", TUTTI),
    "segreteria": Voce("GET", UFFICI | {"collaboratore"}, altri=403),
    "stato_istituto": Voce("GET", DIRIGONO, altri=403),
    "scadenze_istituto": Voce("GET", DIRIGONO, altri=403),
    "istituto_perche": Voce("GET", DIRIGONO, altri=403, corpo=_di_scadenze, domanda=True),
    "istituto_sollecita": Voce("POST", DIRIGONO, altri=403, corpo=_una_scadenza),
    "istituto_ritira": Voce("POST", DIRIGONO, altri=403, corpo=_sollecitata),
    "cerca": Voce("GET", TUTTI),
    "guida": Voce("GET", TUTTI),
    "guida_pagina": Voce("GET", TUTTI, oggetto=lambda s, c: ["per-tutti"]),
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
    "competenze:rilevazione_copia": Voce("POST", **CURA),
    "competenze:rilevazione_allinea": Voce("POST", **CURA),
    "competenze:rilevazione_chiudi": Voce("GET POST", **CURA),
    "competenze:rilevazione_riapri": Voce("GET POST", **CURA),
    # competenze: the papers
    "competenze:stampe": Voce("GET", **STAMPE),
    "competenze:certifica": Voce("GET POST", **SCRUTINIO),
    "competenze:righe_libere": Voce("GET POST", **SCRUTINIO, corpo=_riga_libera),
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
TABELLA |= ORGANI | PATTO | BONUS | SELEZIONI

# Outside the institutes: whether one must be signed in.
FUORI = {
    "istituti": True,
    "salute": False,
    "elementi": False,
}
