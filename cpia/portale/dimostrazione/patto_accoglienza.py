"""The welcome of the demo: assemblies, tutors, interviews, proofs, hours up to where each is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal

from cpia.portale.dimostrazione.altre_scuole import PERSONE
from cpia.portale.dimostrazione.patto_piano import (
    ADULTI,
    COORDINATRICE,
    SANT_ANASTASIA,
    TUTOR,
    Adulto,
)
from cpia.portale.dimostrazione.piano import Conto
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.access import Contesto
from cpia.scuola.models import Istituto, Persona
from patto_formativo.enums import EsitoProva, Fase, TipoProva
from patto_formativo.models import Corsista
from patto_formativo.queries.intervista import domande, versione_di
from patto_formativo.rules.sostegno import PercheOre, Sostegno
from patto_formativo.services import accoglienza as services
from patto_formativo.services.accoglienza.prove import DatiProva
from patto_formativo.tabelle import fasi

# Enrolled and waiting for the first meeting; in the middle of the welcome; the others are through.
ISCRITTO, A_META = "iscritto", "accoglienza"
FUORI = ("domanda", "accolta")
RISPOSTE = {
    "padronanza": "con_aiuto",
    "lingue": "La lingua di casa, un po’ di francese o di inglese; l’italiano da quando è qui.",
    "scuola": "Le scuole del suo paese fino a sedici anni, poi un corso interrotto.",
    "titoli": "Ha portato le pagelle e un attestato. Manca la traduzione.",
    "lavoro": "Ha lavorato in cucina e nelle pulizie; adesso ha un contratto a tempo.",
    "strumenti": "Usa bene il telefono; al computer scrive e manda messaggi.",
    "collegamento": "Ha il telefono e una connessione con pochi giga.",
    "obiettivi": "Vuole la licenza media per iscriversi a un corso da operatore socio-sanitario.",
    "tempo": "Viene la sera, tre giorni. A casa può studiare la domenica.",
}


@dataclass(frozen=True)
class Cammino:
    """A person of the demo with the row and how far the welcome goes."""

    dati: Adulto
    corsista: Corsista


def popola(istituto: Istituto) -> None:
    """Bring each person through the welcome, in the order in which they enrolled."""
    persone = _persone(istituto)
    for insieme in _insieme(persone):
        _primo_incontro(istituto, insieme)
    for uno in persone:
        if uno.dati.fino_a != ISCRITTO:
            _con_il_tutor(istituto, uno)


def _persone(istituto: Istituto) -> list[Cammino]:
    """Those enrolled, by day."""
    piano = {(chi.cognome, chi.nome): chi for chi in ADULTI if chi.fino_a not in FUORI}
    righe = Corsista.objects.filter(istituto=istituto).select_related("persona", "offerta__sede")
    trovati = [
        Cammino(piano[riga.persona.cognome, riga.persona.nome], riga)
        for riga in righe
        if (riga.persona.cognome, riga.persona.nome) in piano
    ]
    return sorted(trovati, key=lambda uno: uno.corsista.iscritto_il)


def _insieme(persone: Sequence[Cammino]) -> Iterator[list[Cammino]]:
    """Who had the first meeting together: of one site and path, within a few weeks."""
    gruppi: dict[tuple[int, str, bool], list[Cammino]] = {}
    for uno in persone:
        if uno.dati.fino_a == ISCRITTO:
            continue
        offerta = uno.corsista.offerta
        tardi = uno.corsista.iscritto_il >= date(2024, 1, 1)
        gruppi.setdefault((offerta.sede_id, offerta.genere, tardi), []).append(uno)
    yield from gruppi.values()


def _primo_incontro(istituto: Istituto, insieme: Sequence[Cammino]) -> None:
    """The coordinator of the site meets them together and gives them the tutor."""
    giorno = _feriale(max(uno.corsista.iscritto_il for uno in insieme) + timedelta(days=2))
    ore = _ore_di(insieme[0].corsista)[Fase.PRIMO_INCONTRO]
    autore = _chi_accoglie(istituto, insieme[0], giorno)
    pks = [uno.corsista.pk for uno in insieme]
    services.registra_incontro(
        autore=autore, adesso=autore.adesso, fase=Fase.PRIMO_INCONTRO, giorno=giorno,
        dalle=time(15), ore=Decimal(ore), corsisti=pks,
        argomento="offerta formativa, crediti, documenti da portare",
    )  # fmt: skip
    tutor = _persona(istituto, TUTOR)
    services.assegna_tutor(autore=autore, adesso=autore.adesso, corsisti=pks, tutor_id=tutor.pk)


def _con_il_tutor(istituto: Istituto, uno: Cammino) -> None:
    """Interview, proofs, preparatory study, the hour in which the agreement is written."""
    corsista = Corsista.objects.get(pk=uno.corsista.pk)
    giorno = corsista.tutor_dal or corsista.iscritto_il
    ore = _ore_di(uno.corsista)
    a_meta = uno.dati.fino_a == A_META
    giorno = _incontri(
        istituto, corsista, Fase.COLLOQUI, giorno, 2 if a_meta else ore[Fase.COLLOQUI]
    )
    _intervista(istituto, corsista, giorno, conclusa=not a_meta)
    if a_meta:
        _poco_italiano(istituto, corsista, giorno)
        return
    _prove(istituto, corsista, giorno)
    if uno.dati.cognome == "Ponticelli":
        _ore_in_piu(istituto, corsista, giorno)
    giorno = _incontri(istituto, corsista, Fase.PROPEDEUTICO, giorno, ore[Fase.PROPEDEUTICO])
    if uno.dati.fino_a != "dossier":
        _incontri(istituto, corsista, Fase.STESURA, giorno, ore[Fase.STESURA])


def _incontri(istituto: Istituto, corsista: Corsista, fase: Fase, dopo: date, ore: int) -> date:
    """Meetings of three hours at most until these are done, on weekdays; the last day."""
    giorno = dopo
    while ore > 0:
        giorno = _feriale(giorno + timedelta(days=1))
        autore = _tutor_il(istituto, giorno)
        quante = min(ore, 3)
        services.registra_incontro(
            autore=autore, adesso=autore.adesso, fase=fase, giorno=giorno,
            dalle=_ora_libera(corsista), ore=Decimal(quante), corsisti=[corsista.pk],
        )  # fmt: skip
        ore -= quante
    return giorno


def _ora_libera(corsista: Corsista) -> time:
    """One after the other on the same afternoon: a tutor meets one at a time."""
    return time(9 + corsista.pk % 3 * 3)


def _intervista(istituto: Istituto, corsista: Corsista, giorno: date, *, conclusa: bool) -> None:
    autore = _tutor_il(istituto, giorno)
    chiavi = [domanda.chiave for sezione in domande() for domanda in sezione.domande]
    for chiave in [chiave for chiave in chiavi if chiave in RISPOSTE]:
        if not conclusa and chiave in ("strumenti", "collegamento", "obiettivi", "tempo"):
            continue
        testo = "poca" if chiave == "padronanza" and not conclusa else RISPOSTE[chiave]
        services.scrivi_risposta(
            autore=autore, adesso=autore.adesso, corsista_id=corsista.pk, domanda=chiave,
            testo=testo, versione=versione_di(""),
        )  # fmt: skip
    if conclusa:
        services.concludi_intervista(autore=autore, adesso=autore.adesso, corsista_id=corsista.pk)


def _prove(istituto: Istituto, corsista: Corsista, giorno: date) -> None:
    autore = _tutor_il(istituto, giorno)
    prove = (
        DatiProva(TipoProva.LITERACY, giorno, EsitoProva.PARZIALE, "comprensione", "17 su 30"),
        DatiProva(TipoProva.NUMERACY, giorno, EsitoProva.POSITIVO, "calcolo e misure", "24 su 30"),
    )
    for dati in prove:
        services.registra_prova(
            autore=autore, adesso=autore.adesso, corsista_id=corsista.pk, dati=dati
        )


def _poco_italiano(istituto: Istituto, corsista: Corsista, giorno: date) -> None:
    """One has a mediator already; of the other the page says that somebody should think of it."""
    if corsista.persona.cognome != "Okafor":
        return
    autore = _tutor_il(istituto, giorno)
    services.scrivi_sostegno(
        autore=autore, adesso=autore.adesso, corsista_id=corsista.pk,
        sostegno=Sostegno.MEDIATORE, dettaglio="mediatrice di lingua inglese, il martedì",
    )  # fmt: skip


def _ore_in_piu(istituto: Istituto, corsista: Corsista, giorno: date) -> None:
    autore = _tutor_il(istituto, giorno)
    services.scrivi_ore_in_piu(
        autore=autore, adesso=autore.adesso, corsista_id=corsista.pk, ore=Decimal(60),
        motivo=PercheOre.SENZA_LICENZA,
    )  # fmt: skip


def _ore_di(corsista: Corsista) -> dict[Fase, int]:
    """The hours of each phase, as many as the path has for it."""
    percorso = corsista.percorso
    if percorso is None:
        return {}
    return {prevista.fase: prevista.ore[1] for prevista in fasi(percorso)}


def _chi_accoglie(istituto: Istituto, uno: Cammino, giorno: date) -> Contesto:
    """The coordinator where there is one, else the dirigente."""
    dirigente = PERSONE[istituto.slug][0]
    conto = COORDINATRICE if uno.dati.sede == SANT_ANASTASIA else dirigente
    return compi(_persona(istituto, conto), istante(giorno, 19, 30))


def _tutor_il(istituto: Istituto, giorno: date) -> Contesto:
    return compi(_persona(istituto, TUTOR), istante(giorno, 21))


def _persona(istituto: Istituto, conto: Conto) -> Persona:
    return Persona.objects.select_related("istituto").get(istituto=istituto, email=conto.email)


def _feriale(giorno: date) -> date:
    """That day, or the Monday after it."""
    return giorno + timedelta(days=max(0, 7 - giorno.weekday()) if giorno.weekday() >= 5 else 0)
