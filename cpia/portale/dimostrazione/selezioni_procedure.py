"""The calls of spring: prepared, published, and one that goes on to who is outside."""

import random
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from itertools import cycle
from typing import Any

from cpia.portale.dimostrazione import selezioni_procedure_piano as piano
from cpia.portale.dimostrazione.organi_delibere import autore_il
from cpia.portale.dimostrazione.patto_scuola import segreteria_il
from cpia.portale.dimostrazione.scuola import con_accesso, incarico, istante
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import AnnoScolastico, Cattedra, Istituto, Persona
from organi_collegiali.models import OrganoCollegiale
from organi_collegiali.services.organi.mandati import allinea_di_diritto
from selezioni_pon.enums import MotivoImpossibilita
from selezioni_pon.models import Avviso, Griglia, Progetto
from selezioni_pon.services.avvisi import (
    DatiAvviso,
    DatiImpossibilita,
    accerta_impossibilita,
    pubblica_avviso,
    scrivi_avviso,
)
from selezioni_pon.services.esterni.persone import DatiCandidato
from selezioni_pon.services.esterni.sportello import registra_allo_sportello
from selezioni_pon.services.griglie import crea_griglia
from selezioni_pon.services.progetti import DatiProgetto, scrivi_progetto
from selezioni_pon.services.selezioni import (
    DatiSelezione,
    prepara_selezione,
    prepara_successivo,
)

INIZIO = date(2023, 9, 4)


def atti() -> Iterator[tuple[datetime, Callable[[Istituto], object]]]:
    """What the office and who directs did, and when."""
    yield piano.PREPARATI_IL, _prepara
    for procedura in piano.PROCEDURE:
        yield procedura.pubblicato, partial(_pubblica, procedura=procedura)
    yield (
        istante(piano.INGLESE_NESSUNO_IL, 14),
        partial(_nessuno, il=piano.INGLESE_NESSUNO_IL, atto=piano.INGLESE_ATTO),
    )
    yield piano.INGLESE_ALTRE_IL, partial(_successivo, scade=piano.INGLESE_ALTRE_SCADE)
    yield (
        istante(piano.INGLESE_ALTRE_NESSUNO_IL, 9),
        partial(_nessuno, il=piano.INGLESE_ALTRE_NESSUNO_IL, atto=piano.INGLESE_ALTRE_ATTO),
    )
    yield piano.INGLESE_ESTERNI_IL, partial(_successivo, scade=piano.INGLESE_ESTERNI_SCADE)
    yield piano.REGISTRATA_IL, _si_registra


def docenti(istituto: Istituto) -> None:
    """The teachers of these stories, in service since September and in the Collegio."""
    caso = random.Random(f"selezioni di {istituto.slug}")  # noqa: S311 -- the same everywhere
    cattedre = Cattedra.objects.filter(istituto=istituto, classe__anno_scolastico__inizio=2023)
    for conto, cattedra in zip(piano.DOCENTI, cycle(cattedre.order_by("pk")), strict=False):
        incarico(con_accesso(istituto, conto, caso), Ruolo.DOCENTE, cattedra=cattedra)
    autore = autore_il(istituto, INIZIO)
    for organo in OrganoCollegiale.objects.filter(istituto=istituto):
        allinea_di_diritto(autore=autore, adesso=autore.adesso, organo=organo)


def avviso_per(istituto: Istituto, ruolo: str) -> Avviso:
    """The last call of a selection."""
    return Avviso.objects.filter(istituto=istituto, selezione__ruolo=ruolo).latest("pk")


def ufficio(istituto: Istituto, quando: datetime) -> dict[str, Any]:
    """The office, acting then."""
    return {"autore": segreteria_il(istituto, quando.date(), quando.hour), "adesso": quando}


def dirige(istituto: Istituto, quando: datetime) -> dict[str, Any]:
    """Who directs, acting then."""
    return {"autore": autore_il(istituto, quando.date(), quando.hour), "adesso": quando}


def _prepara(istituto: Istituto) -> None:
    chi = ufficio(istituto, piano.PREPARATI_IL)
    for slug, (titolo, fonte) in piano.GRIGLIE.items():
        crea_griglia(**chi, titolo=titolo, fonte=fonte, da=slug)
    anno = AnnoScolastico.objects.get(istituto=istituto, inizio=2023)
    dati = DatiProgetto(anno_id=anno.pk, **piano.PROGETTO)
    scrivi_progetto(**chi, progetto_id=None, versione=None, dati=dati)


def _pubblica(istituto: Istituto, procedura: piano.Procedura) -> None:
    progetto = Progetto.objects.get(istituto=istituto, titolo=piano.PROGETTO["titolo"])
    dati = DatiSelezione(progetto_id=progetto.pk, ruolo=procedura.ruolo, posti=procedura.posti)
    bozza = prepara_selezione(**ufficio(istituto, procedura.pubblicato), dati=dati)
    _all_albo(istituto, bozza, procedura, procedura.pubblicato, procedura.scade)


def _all_albo(
    istituto: Istituto,
    bozza: Avviso,
    procedura: piano.Procedura,
    quando: datetime,
    scade: datetime,
    **altro: str,
) -> None:
    titolo, _ = piano.GRIGLIE[procedura.griglia]
    (minimo, massimo), (dal, al) = procedura.compenso, procedura.periodo
    dati = DatiAvviso(
        ruolo=procedura.ruolo, posti=procedura.posti, ore=procedura.ore, dal=dal, al=al,
        griglia_id=Griglia.objects.get(istituto=istituto, titolo=titolo).pk,
        compenso_minimo=minimo, compenso_massimo=massimo, scade=scade,
        reclamo_giorni=procedura.reclamo,
        responsabile_id=autore_il(istituto, quando.date()).persona.pk, **piano.COMUNE, **altro,
    )  # fmt: skip
    scritto = scrivi_avviso(
        **ufficio(istituto, quando), avviso_id=bozza.pk, versione=bozza.versione, dati=dati
    )
    pubblica_avviso(
        **dirige(istituto, quando), avviso_id=scritto.pk, versione=scritto.versione,
        rilievi_letti=True,
    )  # fmt: skip


def _nessuno(istituto: Istituto, il: date, atto: str) -> None:
    """Nobody applied to the last call for the English."""
    dati = DatiImpossibilita(motivo=MotivoImpossibilita.NESSUNA_DOMANDA, atto=atto, accertata_il=il)
    avviso = avviso_per(istituto, piano.INGLESE.ruolo)
    accerta_impossibilita(**dirige(istituto, istante(il, 9)), avviso_id=avviso.pk, dati=dati)


def _successivo(istituto: Istituto, scade: datetime) -> None:
    """The same to others: it also says how it is paid and taxed."""
    quando = piano.INGLESE_ALTRE_IL
    if scade == piano.INGLESE_ESTERNI_SCADE:
        quando = piano.INGLESE_ESTERNI_IL
    prima = avviso_per(istituto, piano.INGLESE.ruolo)
    bozza = prepara_successivo(**ufficio(istituto, quando), avviso_id=prima.pk)
    _all_albo(istituto, bozza, piano.INGLESE, quando, scade, **piano.FUORI)


def _si_registra(istituto: Istituto) -> Persona:
    """Who comes from outside shows a document at the desk; the login is there already."""
    caso = random.Random(piano.ESTERNA.email)  # noqa: S311 -- the same on every machine
    chi = con_accesso(istituto, piano.ESTERNA, caso)
    dati = DatiCandidato(chi.cognome, chi.nome, chi.codice_fiscale or "", chi.email)
    registra_allo_sportello(**ufficio(istituto, piano.REGISTRATA_IL), dati=dati)
    return chi
