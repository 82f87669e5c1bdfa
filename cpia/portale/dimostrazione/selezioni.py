"""The selections of the demo: one that its own staff does not meet, one revoked, one open."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from cpia.portale.dimostrazione import selezioni_piano as piano
from cpia.portale.dimostrazione.organi_delibere import autore_il
from cpia.portale.dimostrazione.partiti import gia_partiti
from cpia.portale.dimostrazione.patto_scuola import segreteria_il
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.models import AnnoScolastico, Istituto
from selezioni_pon.enums import MotivoImpossibilita
from selezioni_pon.models import Avviso, Griglia, Progetto
from selezioni_pon.services.avvisi import (
    DatiAvviso,
    DatiImpossibilita,
    accerta_impossibilita,
    pubblica_avviso,
    revoca_avviso,
    scrivi_avviso,
)
from selezioni_pon.services.griglie import crea_griglia
from selezioni_pon.services.progetti import DatiProgetto, scrivi_progetto
from selezioni_pon.services.selezioni import (
    DatiSelezione,
    prepara_selezione,
    prepara_successivo,
)

TIPO = "selezioni_"


def popola(istituto: Istituto) -> None:
    """What was done in May: grids and project, two calls that did not do, one revoked."""
    griglie = [_griglia(istituto, dati) for dati in piano.GRIGLIE]
    progetto = _progetto(istituto)
    interni = _pubblica(istituto, progetto, piano.ESPERTI, griglie)
    errato = _pubblica(istituto, progetto, piano.SBAGLIATO, griglie)
    revoca_avviso(
        **_dirige(istituto, piano.REVOCATO_IL), avviso_id=errato.pk, motivo=piano.PERCHE_REVOCATO
    )  # fmt: skip
    _nessuno(istituto, interni)
    altre = _alle_altre_scuole(istituto, interni)
    _nessun_idoneo(istituto, altre)
    prepara_successivo(**_ufficio(istituto, piano.ESTERNI_IL), avviso_id=altre.pk)
    gia_partiti(istituto, TIPO)


def popola_aperto(istituto: Istituto) -> None:
    """The call of these days, and a grid that is still being written."""
    griglie = [Griglia.objects.get(istituto=istituto, titolo=g.titolo) for g in piano.GRIGLIE]
    progetto = Progetto.objects.get(istituto=istituto, titolo=piano.PROGETTO["titolo"])
    _pubblica(istituto, progetto, piano.TUTOR_APERTO, griglie)
    _griglia(istituto, piano.IN_LAVORAZIONE)
    gia_partiti(istituto, TIPO)


def _griglia(istituto: Istituto, dati: piano.GrigliaDemo) -> Griglia:
    ufficio = _ufficio(istituto, istante(dati.il, 9))
    return crea_griglia(**ufficio, titolo=dati.titolo, fonte=piano.DELIBERA, da=dati.da)


def _progetto(istituto: Istituto) -> Progetto:
    autore = segreteria_il(istituto, piano.PROGETTO_IL, 11)
    anno = AnnoScolastico.objects.get(istituto=istituto, inizio=2023)
    return scrivi_progetto(
        autore=autore, adesso=autore.adesso, progetto_id=None, versione=None,
        dati=DatiProgetto(anno_id=anno.pk, **piano.PROGETTO),
    )  # fmt: skip


def _pubblica(
    istituto: Istituto, progetto: Progetto, dati: piano.AvvisoDemo, griglie: list[Griglia]
) -> Avviso:
    """The office prepares and writes it first thing in the morning; who directs publishes it."""
    ufficio = _ufficio(istituto, dati.pubblicato.replace(hour=8))
    bozza = prepara_selezione(
        **ufficio, dati=DatiSelezione(progetto_id=progetto.pk, ruolo=dati.ruolo, posti=dati.posti)
    )
    scritto = scrivi_avviso(
        **ufficio, avviso_id=bozza.pk, versione=bozza.versione,
        dati=_dati(istituto, dati, griglie[dati.griglia]),
    )  # fmt: skip
    return _va_all_albo(istituto, scritto, dati.pubblicato)


def _dati(istituto: Istituto, dati: piano.AvvisoDemo, griglia: Griglia) -> DatiAvviso:
    return DatiAvviso(
        ruolo=dati.ruolo,
        posti=dati.posti,
        griglia_id=griglia.pk,
        compenso_minimo=dati.compenso,
        compenso_massimo=dati.compenso,
        responsabile_id=autore_il(istituto, dati.scade).persona.pk,
        scade=istante(dati.scade, 12),
        **piano.COMUNE,
    )


def _va_all_albo(istituto: Istituto, scritto: Avviso, quando: datetime) -> Avviso:
    return pubblica_avviso(
        **_dirige(istituto, quando), avviso_id=scritto.pk, versione=scritto.versione,
        rilievi_letti=True,
    )  # fmt: skip


def _nessuno(istituto: Istituto, avviso: Avviso) -> None:
    """Nobody of the own staff applied."""
    dati = DatiImpossibilita(
        motivo=MotivoImpossibilita.NESSUNA_DOMANDA, atto=piano.ATTO, accertata_il=piano.ACCERTATA_IL
    )
    _accerta(istituto, avviso, dati)


def _alle_altre_scuole(istituto: Istituto, interni: Avviso) -> Avviso:
    """The same call, to who works in other schools: it also says how it is paid and taxed."""
    ufficio = _ufficio(istituto, piano.ALTRE_IL.replace(hour=11))
    bozza = prepara_successivo(**ufficio, avviso_id=interni.pk)
    dati = replace(
        _dati(istituto, piano.ESPERTI, Griglia.objects.get(avvisi=interni)),
        scade=istante(piano.ALTRE_SCADE, 12),
        **piano.PER_CHI_NON_LAVORA_QUI,
    )
    scritto = scrivi_avviso(**ufficio, avviso_id=bozza.pk, versione=bozza.versione, dati=dati)
    return _va_all_albo(istituto, scritto, piano.ALTRE_IL)


def _nessun_idoneo(istituto: Istituto, avviso: Avviso) -> None:
    """One applied, without the titles that are needed to take part."""
    dati = DatiImpossibilita(
        motivo=MotivoImpossibilita.NESSUN_IDONEO, atto=piano.ALTRE_ATTO,
        accertata_il=piano.ALTRE_ACCERTATA_IL, domande=1,
    )  # fmt: skip
    _accerta(istituto, avviso, dati)


def _accerta(istituto: Istituto, avviso: Avviso, dati: DatiImpossibilita) -> None:
    accerta_impossibilita(
        **_dirige(istituto, istante(dati.accertata_il, 9)), avviso_id=avviso.pk, dati=dati
    )  # fmt: skip


def _ufficio(istituto: Istituto, quando: datetime) -> dict[str, Any]:
    return {"autore": segreteria_il(istituto, quando.date(), quando.hour), "adesso": quando}


def _dirige(istituto: Istituto, quando: datetime) -> dict[str, Any]:
    return {"autore": autore_il(istituto, quando.date(), quando.hour), "adesso": quando}
