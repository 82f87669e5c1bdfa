"""Every page of every role, wide and on a telephone: axe finds nothing, no sideways scroll.

The pages are those of the URLconf. What takes nothing but the institute is opened by its address,
the rest by following links and forms of the pages; an address that neither way reaches fails the
last test, unless it is said here why it is no page.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, URLPattern, get_resolver, resolve, reverse
from playwright.sync_api import Browser, Error, Page, Response

from cpia.portale.dimostrazione import (
    altre_scuole,
    bonus_scuola_piano,
    organi_piano,
    patto_piano,
    piano,
    selezioni_infanzia_piano,
    selezioni_procedure_piano,
)
from cpia.portale.dimostrazione.piano import Conto
from tests.e2e.accesso import TELEFONO, entra, sta_nella_larghezza
from tests.e2e.persone import ISTITUTO, accedi

pytestmark = pytest.mark.e2e

LARGA = {"width": 1280, "height": 900}
CHIUNQUE = None
CPIA, BONUS, BANDI = patto_piano.SLUG, "cpia-caltanissetta-enna", "ic-pinocchio-montesicuro"
# Agreements, bonus, selections are looked at where there are, the other pages elsewhere.
DOVE = {"patto": CPIA, "bonus": BONUS, "selezioni": BANDI}


@dataclass(frozen=True)
class Chi:
    """Who walks, and in which school."""

    conto: Conto | None
    istituto: str = ISTITUTO

    def guarda(self, nome: str) -> bool:
        """Whether this is the school in which a page is looked at."""
        return DOVE.get(nome.partition(":")[0], ISTITUTO) == self.istituto


RUOLI = {
    "chiunque": Chi(CHIUNQUE),
    "dirigente": Chi(piano.DIRIGENTE),
    "segreteria": Chi(piano.SEGRETERIA),
    "coordinatrice di una classe aperta": Chi(piano.BRANDOLINI),
    "docente di sostegno": Chi(piano.OTTOLENGHI),
    "coordinatrice di una classe congelata": Chi(piano.CATTAFESTA),
    "coordinatore di una classe certificata": Chi(piano.DALMONTE),
    "chi si iscrive a un CPIA": Chi(CHIUNQUE, CPIA),
    "dirigente di un CPIA": Chi(altre_scuole.PERSONE[CPIA][0], CPIA),
    "segreteria di un CPIA": Chi(altre_scuole.PERSONE[CPIA][1], CPIA),
    "coordinatrice di una sede": Chi(patto_piano.COORDINATRICE, CPIA),
    "tutor": Chi(patto_piano.TUTOR, CPIA),
    "docente di un gruppo": Chi(patto_piano.DOCENTE, CPIA),
    "adulta che studia": Chi(patto_piano.ADULTA, CPIA),
    "madre di un minorenne": Chi(patto_piano.GENITORE, CPIA),
    "dirigente che valuta": Chi(altre_scuole.PERSONE[BONUS][0], BONUS),
    "segreteria del bonus": Chi(altre_scuole.PERSONE[BONUS][1], BONUS),
    "docente che ha chiesto": Chi(bonus_scuola_piano.DOCENTE, BONUS),
    "componente del Comitato": Chi(bonus_scuola_piano.COMPONENTE, BONUS),
    "dirigente che pubblica avvisi": Chi(altre_scuole.PERSONE[BANDI][0], BANDI),
    "segreteria delle selezioni": Chi(altre_scuole.PERSONE[BANDI][1], BANDI),
    "docente che legge gli avvisi": Chi(organi_piano.PINOCCHIO.conti[-1][1], BANDI),
    "chi presiede una commissione": Chi(selezioni_procedure_piano.PRESIEDE, BANDI),
    "docente che si candida": Chi(selezioni_procedure_piano.CANDIDATA, BANDI),
    "chi si candida da fuori": Chi(selezioni_procedure_piano.ESTERNA, BANDI),
    "madre di chi va all’infanzia": Chi(selezioni_infanzia_piano.MADRE, BANDI),
}
# Addresses that are not looked at, and why.
SENZA_PAGINA = {
    "albo_documento": "a file, of an act that publishes a paper of the portal",
    "albo_file": "a file, of an act that brings its own: seen in test_albo",
    "pubblicazione_attesta": "POST only, when the days of an act are over",
    "pubblicazione_sostituta": "POST only, where an act was annulled and none replaces it",
    "account_confirm_email": "wants the key of a mail",
    "avviso": "marks a notice as read, which test_scrivania needs unread, and leads elsewhere",
    "lavoro": "marks its notice as read: looked at in test_scrivania",
    "account_reset_password_from_key": "wants the key of a mail",
    "competenze:attendi": "POST only, where a reason was written",
    "competenze:celle": "POST only, from the script of the grid",
    "competenze:incolla": "POST only, from the script of the grid",
    "competenze:ristampa": "POST only, where a paper is missing",
    "competenze:torna_alla_media": "POST only, where a level was decided",
    **dict.fromkeys(
        (
            "importazione",
            "importazione_annulla",
            "importazione_colonne",
            "importazione_discipline",
            "importazione_errate",
            "importazione_intestazione",
            "importazione_esegui",
            "importazione_scarta",
        ),
        "where a file was brought in: looked at step by step in test_importa",
    ),
    "anno_decidi": "POST only, for one class: done in test_anno",
    "persona_identita": "where somebody registered from outside by e-mail: read in test_identita",
    "invito": "wants the key of a mail",
    "regolamento_verifica": "POST only, while a rule is being written: seen in test_regolamenti",
    "calendario_ics": "a file: read in test_istituto",
    "calendario_revoca": "POST only, where there is an address: done in test_istituto",
    "istituto_ritira": "POST only, where a reminder is about to leave: done in test_istituto",
    "scrivania_disfa": "POST only, where a click was done: done in test_atti_in_un_clic",
    "lavoro_ferma": "POST only, while something is printed",
    **dict.fromkeys(
        (
            "organi:apri",
            "organi:appello",
            "organi:assenza",
            "organi:deserta",
            "organi:dichiarazione_togli",
            "organi:intervento_cambia",
            "organi:movimento_togli",
            "organi:punto_avvia",
            "organi:riprendi",
            "organi:sospendi",
        ),
        "where a sitting is open: looked at in test_organi_aula",
    ),
    **dict.fromkeys(
        (
            "organi:ballottaggio",
            "organi:esco",
            "organi:intervento",
            "organi:perche_votazione",
            "organi:proclama",
            "organi:votazione_nomi",
            "organi:votazione_nuova",
            "organi:votazione_prova",
            "organi:voto",
        ),
        "where a sitting is open and votes: looked at in test_organi_voto",
    ),
    **dict.fromkeys(
        (
            "patto:condividi",
            "patto:condiviso",
            "patto:condiviso_risposta",
            "patto:condiviso_ritira",
        ),
        "where an agreement has two schools: looked at in test_patto_rete",
    ),
    **dict.fromkeys(
        (
            "patto:dossier_chiedi",
            "patto:dossier_chiudi",
            "patto:evidenza_mia_togli",
            "patto:evidenza_sposta",
            "patto:evidenza_togli",
            "patto:mia_richiesta",
        ),
        "POST only, where a dossier is open: done in test_patto_dossier",
    ),
    **dict.fromkeys(
        (
            "patto:patto_apri",
            "patto:piano_ore",
            "patto:piano_riparti",
            "patto:piano_salva",
            "patto:sezione_approva",
        ),
        "POST only, where a draft is written or approved: done in test_patto_approvazione",
    ),
    **dict.fromkeys(
        ("patto:patto_firma", "patto:firma_su_carta"),
        "where a version waits to be signed: looked at in test_patto_approvazione",
    ),
    "patto:patto_risposta": "POST only, where somebody has asked for a change",
    "patto:patti_stampa": "POST only, where a paper is missing",
    "patto:ricevuta": "wants the key of a form: looked at in test_patto_iscrizione",
    "patto:ricevuta_pdf": "a file, while the receipt opens: read in test_views_foglio",
    "patto:segui_pdf": "POST only, a file: read in test_views_foglio",
    "patto:domanda_stampa": "a file of the office: read in test_views_foglio",
    "patto:ore_in_piu": "before an agreement is approved: seen in test_patto_accoglienza",
    "patto:anno_copia": "POST only, where a year has nothing yet",
    "patto:domanda_quota": "where an application waits for it: seen in test_patto_iscrizione",
    **dict.fromkeys(
        ("patto:deroga_approva", "patto:deroga_respingi"),
        "where a derogation waits for the Collegio: seen in test_patto_frequenza",
    ),
    "patto:carta": "a file of the office: read in test_patto_iscrizione",
    "patto:carta_verifica": "POST only: done in test_patto_iscrizione",
    "patto:domanda_credenziali": "POST only, where somebody has not signed in yet",
    **dict.fromkeys(
        (
            "bonus:criteri_testata",
            "bonus:criteri_regolamento",
            "bonus:criteri_adotta",
            "bonus:criteri_area",
            "bonus:criteri_elimina",
            "bonus:criterio",
            "bonus:criterio_nuovo",
            "bonus:criterio_sposta",
            "bonus:criterio_togli",
        ),
        "where a draft of the criteria is written: looked at in test_bonus",
    ),
    "bonus:criteri_documento": "POST only, where a paper is missing",
    "bonus:criteri_pubblica": "where adopted criteria are not at the albo yet",
    **dict.fromkeys(
        (
            "bonus:attivita",
            "bonus:attivita_nuova",
            "bonus:attivita_togli",
            "bonus:atti_citabili",
            "bonus:atto_cita",
            "bonus:mia_comincia",
            "bonus:mia_gruppo",
            "bonus:mia_invia",
            "bonus:mia_riapri",
            "bonus:mia_ritira",
            "bonus:procedura_apri",
            "bonus:procedura_chiudi",
            "bonus:procedura_d_ufficio",
            "bonus:procedura_in_servizio",
            "bonus:procedura_proroga",
            "bonus:prova_nuova",
            "bonus:prova_togli",
        ),
        "where requests are open, or not closed yet: looked at in test_bonus, or POST only",
    ),
    "bonus:prova_file": "a file of who declares",
    "bonus:gruppo_d_ufficio": "POST only, where nobody asked",
    "bonus:quadro_prova": "POST only, from the script of the board",
    "bonus:requisiti_prova": "POST only, while what was ascertained is typed",
    "bonus:valuta_prova": "POST only, while an assessment is typed",
    "bonus:quadro_registra": "POST only, where other points are tried",
    **dict.fromkeys(
        (
            "bonus:archivia",
            "bonus:decreto_annulla",
            "bonus:decreto_ristampa",
            "bonus:esito_perche",
            "bonus:istanza",
            "bonus:istanza_nuova",
            "bonus:pubblica",
            "bonus:rettifica",
        ),
        "where a decree was signed: looked at in test_bonus, or POST only",
    ),
    **dict.fromkeys(
        (
            "selezioni:candidatura_file",
            "selezioni:curriculum",
            "selezioni:griglia_file",
            "selezioni:inviata_file",
            "selezioni:verifica_file",
        ),
        "a file",
    ),
    **dict.fromkeys(
        (
            "selezioni:funzioni_dichiara",
            "selezioni:funzioni_assenze",
            "selezioni:funzioni_chiudi",
            "selezioni:funzione_accerta",
            "selezioni:funzione_esame",
            "selezioni:funzione_parita",
            "selezioni:funzione_attribuisci",
            "selezioni:funzione_senza",
            "selezioni:funzione_data",
            "selezioni:funzione_relazione",
            "selezioni:funzione_cessa",
        ),
        "once the Commission is named, or has closed: seen in test_views_funzioni",
    ),
    "selezioni:albo_cancella": "where an expert is in it: seen in test_views_albo_esperti",
    "selezioni:funzione_pdf": "POST only, where a paper is missing",
    "selezioni:esterni_conferma": "wants the key of a mail",
    "selezioni:avviso_controllo": "a fragment, while a draft is typed: seen in test_selezioni",
    "selezioni:avviso_pubblica": "where a draft lacks nothing: looked at in test_selezioni",
    **dict.fromkeys(
        (
            "selezioni:avviso_pdf",
            "selezioni:commissione_pdf",
            "selezioni:graduatoria_pdf",
            "selezioni:incarico_pdf",
            "selezioni:infanzia_pdf",
            "selezioni:inviata_ricevuta",
        ),
        "POST only, where a paper is missing",
    ),
    **dict.fromkeys(
        (
            "selezioni:candidato_invita",
            "selezioni:candidatura_firmata",
            "selezioni:candidatura_foglio",
            "selezioni:candidatura_identita",
            "selezioni:griglia_prova",
            "selezioni:incarico_prova",
            "selezioni:sezione_sposta",
            "selezioni:verifica_accordo",
            "selezioni:verifica_chiudi",
        ),
        "POST only",
    ),
    "selezioni:candidatura_elimina": "when the term went by on a draft: test_views_candidature",
    "selezioni:candidatura_ritira": "until the term, of what was sent: seen in test_views_invio",
    **dict.fromkeys(
        (
            "selezioni:commissione_chiudi",
            "selezioni:commissione_nomina",
            "selezioni:graduatoria_definitiva",
            "selezioni:graduatoria_forma",
            "selezioni:graduatoria_pubblica",
            "selezioni:incarichi_proponi",
            "selezioni:incarico_emetti",
            "selezioni:incarico_pubblica",
            "selezioni:incarico_scrivi",
        ),
        "one step of a procedure, on its day: looked at in test_selezioni_intero",
    ),
    "selezioni:graduatoria_sorteggio": "where somebody is level: seen in test_views_graduatoria",
    "selezioni:incarico_compensi": "once who works for others was paid: in test_views_anagrafe",
    "selezioni:proposta_scaduta": "where nobody answered in time: seen in test_views_incarichi",
    **dict.fromkeys(
        (
            "selezioni:infanzia_anticipi",
            "selezioni:infanzia_definitivo",
            "selezioni:infanzia_sorteggio",
        ),
        "once its day has come, or where children are level: seen in test_views_infanzia",
    ),
    "selezioni:voce_sposta": "POST only",
    "organi:elezione_esito": "POST only, while votes are being written: done in test_organi",
    **dict.fromkeys(
        (
            "organi:firma_togli",
            "organi:invia",
            "organi:avviso_ritira",
            "organi:avviso_ristampa",
        ),
        "where a notice waits to leave: looked at in test_organi_invio",
    ),
    "organi:seconda": "where a sitting was deserted or ran over: looked at in test_organi_invio",
    **dict.fromkeys(
        ("organi:urna", "organi:spoglio", "organi:urna_annulla", "organi:sorteggio"),
        "where a box is open: looked at in test_organi_urna",
    ),
    **dict.fromkeys(
        ("organi:schede_di_carta", "organi:elezione_in_seduta"),
        "where persons are elected: looked at in test_organi_urna",
    ),
    **dict.fromkeys(
        ("organi:mandato_decadenza", "organi:subentro"),
        "where somebody lapsed or left: looked at in test_organi",
    ),
    **dict.fromkeys(
        (
            "circolare_annulla",
            "circolare_file",
            "circolare_file_togli",
            "circolare_ristampa",
            "circolare_ritira",
            "circolare_sollecita",
            "novita_circolare_file",
        ),
        "a file, or POST only where there is one or where something was said",
    ),
    # The school of this walk has no request, no motion, no minutes to sign and no commissario.
    **dict.fromkeys(
        (
            "organi:bozza_riprendi",
            "organi:invito_togli",
            "organi:raccolta",
            "organi:raccolta_firma",
            "organi:raccolta_togli_firma",
            "organi:raccolta_ritira",
            "organi:punti_ordine",
            "organi:punti_rinviati",
            "organi:punto_perche",
            "organi:richiesta_convoca",
            "organi:mozione",
            "organi:mozione_rispondi",
        ),
        "looked at step by step in test_organi_convocazione",
    ),
    **dict.fromkeys(
        (
            "organi:verbale_scrivi",
            "organi:verbale_parole",
            "organi:verbale_note",
            "organi:in_lettura",
            "organi:firma_verbale",
            "organi:pubblica_verbale",
            "organi:verbale_copia",
            "organi:verbale_ristampa",
        ),
        "looked at in test_organi_verbali",
    ),
    **dict.fromkeys(
        (
            "organi:aggiunto_allega",
            "organi:allegato_aggiunto_togli",
            "organi:consegna",
        ),
        "looked at step by step in test_organi_invio",
    ),
    **dict.fromkeys(
        (
            "organi:effetto_togli",
            "organi:delibera_contrario",
            "organi:seguito",
            "organi:atto_nuovo",
        ),
        "looked at in test_organi_delibere, or POST only",
    ),
}
# Opened from the address of another page with the same number: no link leads there in this state.
COME = {
    "bonus:decreto": "bonus:quadro",
    "bonus:parita": "bonus:quadro",
    "bonus:esito": "bonus:mia",
    "bonus:istanze": "bonus:procedura",
    "bonus:pubblicazione": "bonus:procedura",
    "bonus:statistiche": "bonus:procedura",
    "selezioni:avviso_impossibilita": "selezioni:avviso",
    "selezioni:incarichi_avviso": "selezioni:avviso",
    "selezioni:avviso_revoca": "selezioni:avviso",
    "selezioni:avviso_successivo": "selezioni:avviso",
    "patto:proponi": "patto:piano",
    "patto:rinuncia": "patto:patto",
    "patto:evidenza": "patto:evidenza_valuta",
    "patto:evidenza_nuova": "patto:dossier",
    "patto:ritiro": "patto:avviso_assenza",
    "patto:corsista_email": "patto:corsista",
    "pubblicazione_annulla": "pubblicazione",
    "pubblicazione_pubblica": "pubblicazione",
    "anno_compi": "anno_anteprima",
    "competenze:certificati_annulla": "competenze:stampe",
    "competenze:congela": "competenze:quadro",
    "competenze:rilevazione_riapri": "competenze:rilevazione",
    "competenze:rilevazione_apri": "competenze:rilevazione",
}
# Pages that look otherwise in each state: so many of them are looked at, not only the first.
PIU_VOLTE = {
    "organi:organo": 3, "organi:seduta": 7, "organi:prepara": 2, "organi:verbali": 3,
    "patto:patto": 5, "patto:piano": 2, "patto:corsista": 3, "bonus:valuta": 3,
    "selezioni:avviso": 10, "selezioni:avviso_impossibilita": 5, "selezioni:avviso_revoca": 5,
    "selezioni:avviso_successivo": 5, "selezioni:griglia": 3, "selezioni:voce": 4,
    "selezioni:candidatura_passo": 6, "selezioni:commissione": 3, "selezioni:graduatoria": 3,
    "selezioni:incarichi_avviso": 5, "selezioni:incarico": 2, "selezioni:infanzia_elenco": 2,
    "selezioni:posizione": 2, "selezioni:proposta": 4, "selezioni:reclami": 3,
    "selezioni:funzioni_procedura": 2, "selezioni:reclamo": 2, "selezioni:verifica": 3,
    "selezioni:verifica_domanda": 10,
}  # fmt: skip
# The pages of the login are the same for everybody who is signed in.
VEDONO_L_ACCESSO = (Chi(CHIUNQUE), Chi(piano.DIRIGENTE))
NEGATO = {403, 404}


@dataclass
class Visita:
    """What was found on one page."""

    nome: str
    indirizzo: str
    difetti: list[str] = field(default_factory=list)


@cache
def indirizzi() -> dict[str, tuple[str, ...]]:
    """The name of each address of the portal with the arguments it takes."""
    return dict(_indirizzi(get_resolver(), "", ()))


def _indirizzi(
    radice: object, spazio: str, presi: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for voce in radice.url_patterns:
        argomenti = (*presi, *voce.pattern.regex.groupindex)
        if isinstance(voce, URLPattern):
            yield spazio + voce.name, argomenti
        else:
            sotto = f"{voce.namespace}:" if voce.namespace else ""
            yield from _indirizzi(voce, spazio + sotto, argomenti)


def _percorso(indirizzo: str) -> str:
    return indirizzo.partition("?")[0]


def _nome(indirizzo: str) -> str:
    try:
        return resolve(_percorso(indirizzo)).view_name
    except Resolver404:
        return ""


def _accanto(nome: str, indirizzo: str) -> list[str]:
    argomenti = resolve(_percorso(indirizzo)).kwargs
    return [reverse(altro, kwargs=argomenti) for altro, come in COME.items() if come == nome]


# What axe can tell one page from another by: elements and attributes, whether there is text, and
# of equal ones in a row only the first. A page of the same frame was looked at with another role.
OSSATURA = """() => {
  const mute = new Set(['href', 'src', 'action', 'value', 'hx-get', 'hx-post', 'content', 'nonce']);
  const di = e => {
    const attributi = [...e.attributes].map(
      a => mute.has(a.name) ? a.name : a.name + '=' + a.value.replace(/[0-9]+/g, '#')
    ).sort().join(' ');
    const testo = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) ? 't' : '';
    const figli = [...e.children].map(di).filter((f, i, tutti) => f !== tutti[i - 1]);
    return `<${e.tagName} ${attributi} ${testo}>${figli.join('')}`;
  };
  return di(document.documentElement);
}"""


class Giro:
    """One person's walk through the portal: each kind of page once, wide and narrow."""

    def __init__(self, page: Page, base: str, guardate: set[str], chi: Chi):
        self.page, self.base, self.chi = page, base, chi
        self.guardate = guardate
        self.negati: set[int] = set()
        self.visite: dict[str, Visita] = {}
        self.volte: Counter[str] = Counter()
        self.errori: list[str] = []
        page.on("pageerror", lambda errore: self.errori.append(str(errore)))

    def compi(self) -> list[Visita]:
        coda = self._diretti()
        while coda:
            indirizzo = coda.pop(0)
            nome = _nome(indirizzo)
            if self._ancora(nome, indirizzo) and self._da_vedere(nome):
                self.volte[nome] += 1
                self.visite[_percorso(indirizzo)] = visita = Visita(nome, indirizzo)
                risposta = self._apri(indirizzo)
                if risposta is not None and self._e_una_pagina(risposta):
                    self._guarda(visita, risposta)
                    coda += [*self._legami(), *_accanto(nome, indirizzo)]
        return list(self.visite.values())

    def _diretti(self) -> list[str]:
        return [
            reverse(nome, kwargs={"istituto": self.chi.istituto} if argomenti else {})
            for nome, argomenti in indirizzi().items()
            if set(argomenti) <= {"istituto"} and self._da_vedere(nome)
        ]

    def _ancora(self, nome: str, indirizzo: str) -> bool:
        """One of each kind, or as many as have to be seen; the same page never twice."""
        return self.volte[nome] < PIU_VOLTE.get(nome, 1) and _percorso(indirizzo) not in self.visite

    def _da_vedere(self, nome: str) -> bool:
        argomenti = indirizzi().get(nome)
        if argomenti is None or nome in SENZA_PAGINA or not self.chi.guarda(nome):
            return False
        return bool(argomenti) or self.chi in VEDONO_L_ACCESSO

    def _apri(self, indirizzo: str) -> Response | None:
        """What the address answers in the wide window; None for a file, which is no page."""
        self.errori.clear()
        self.page.set_viewport_size(LARGA)
        try:
            return self.page.goto(self.base + indirizzo)
        except Error as motivo:
            if "Download is starting" in str(motivo):
                return None
            raise

    def _e_una_pagina(self, risposta: Response) -> bool:
        """Not an address for forms only, not a refusal that was looked at already."""
        gia = risposta.status in self.negati
        self.negati |= {risposta.status} & NEGATO
        return "text/html" in risposta.headers.get("content-type", "") and not (
            gia or risposta.status == 405
        )

    def _guarda(self, visita: Visita, risposta: Response) -> None:
        if risposta.status >= 500:
            visita.difetti.append(f"answered {risposta.status}")
        ossatura = self.page.evaluate(OSSATURA)
        nuova = ossatura not in self.guardate
        self.guardate.add(ossatura)
        visita.difetti += [f"1280: {d}" for d in (_axe(self.page) if nuova else ())]
        self.page.set_viewport_size(TELEFONO)
        visita.difetti += [f"390: {d}" for d in (_axe(self.page) if nuova else ())]
        if not sta_nella_larghezza(self.page):
            visita.difetti.append(f"390: scrolls sideways, because of {_troppo_larghi(self.page)}")
        visita.difetti += [f"script: {errore}" for errore in self.errori]

    def _legami(self) -> list[str]:
        trovati = self.page.evaluate(
            """() => [...document.querySelectorAll('a[href], [hx-get], form')].map(
                 e => new URL(
                   e.getAttribute('href') || e.getAttribute('hx-get') || e.getAttribute('action')
                   || '', location.href)
               ).filter(u => u.origin === location.origin).map(u => u.pathname + u.search)"""
        )
        return list(dict.fromkeys(trovati))


def _axe(page: Page) -> list[str]:
    return [
        f"{violazione['id']} at {' '.join(map(str, nodo['target']))}: {nodo['html'][:160]}"
        for violazione in Axe().run(page).response["violations"]
        for nodo in violazione["nodes"][:3]
    ]


def _troppo_larghi(page: Page) -> list[str]:
    return page.evaluate(
        """() => [...document.querySelectorAll('main *, header *, footer *')].filter(
             e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1
           ).slice(0, 4).map(e => e.tagName.toLowerCase() + '.' + e.className)"""
    )


@pytest.fixture(scope="module")
def giro(
    portale: object, browser: Browser, browser_context_args: dict
) -> Callable[[Chi], list[Visita]]:
    """The walk of a person, made once."""

    guardate: set[str] = set()

    @cache
    def compi(chi: Chi) -> list[Visita]:
        contesto = browser.new_context(**browser_context_args)
        page = contesto.new_page()
        if chi.conto is not CHIUNQUE:
            accedi(page, chi.conto, chi.istituto)
        visite = Giro(page, portale.url, guardate, chi).compi()
        contesto.close()
        return visite

    return compi


@pytest.mark.parametrize("chi", RUOLI)
def test_every_page_can_be_used_by_everybody_wide_and_narrow(giro, chi):
    difetti = [
        f"{visita.nome} ({visita.indirizzo})\n    {difetto}"
        for visita in giro(RUOLI[chi])
        for difetto in visita.difetti
    ]
    assert not difetti, "\n".join(["", *difetti])


def test_no_page_was_forgotten(giro):
    visti = {visita.nome for chi in RUOLI.values() for visita in giro(chi)}
    assert sorted(indirizzi().keys() - visti - SENZA_PAGINA.keys()) == []


def test_a_school_that_has_nothing_yet_has_pages_too(portale, page, axe):
    conto = altre_scuole.PERSONE["ic-pinocchio-montesicuro"][1]
    entra(page, conto)
    for nome in ("scrivania", "avvisi", "competenze:elenco", "competenze:rilevazione_nuova"):
        page.goto(reverse(nome, args=["ic-pinocchio-montesicuro"]))
        axe(page)
        assert sta_nella_larghezza(page)
