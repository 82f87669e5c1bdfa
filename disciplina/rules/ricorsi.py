"""Appeals: against what, to whom, by when, how they may end.

Source: D.P.R. 249/1998, art. 5 cc. 1 and 3; the school's regulation, which may not take away what
the Statute gives: where it gives no full appeal to the organ of guarantee, the Statute's holds.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from cpia.norme.rules.calendario import Calendario
from cpia.norme.rules.computo import Termine
from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.norme.rules.secondo import entro_secondo
from cpia.norme.rules.termini import CALENDARIO_COMUNE, scadenza
from cpia.scuola.parole import data_estesa, elenco, plurale
from disciplina.enums import EsitoRicorso, Giudice
from disciplina.rules.catalogo.modello import Catalogo
from disciplina.rules.catalogo.righe_ricorsi import Via
from disciplina.rules.fonti import MOTIVAZIONE, NOTA, statuto
from disciplina.rules.parametri import RegoleTermini

PIENI = (EsitoRicorso.CONFERMATA, EsitoRicorso.MODIFICATA, EsitoRicorso.REVOCATA)


@dataclass(frozen=True, slots=True)
class Aperta:
    """A way of appeal that is open: to whom, until when, how it may end."""

    giudice: Giudice
    entro: Termine
    esiti: tuple[EsitoRicorso, ...]


def vie_aperte(
    comunicata_il: date,
    catalogo: Catalogo | None,
    regole: RegoleTermini,
    *,
    allontana: bool,
    calendario: Calendario = CALENDARIO_COMUNE,
) -> tuple[Aperta, ...]:
    """The appeals against a sanction told on this day, those of the Statute always among them."""
    vie = [
        via
        for via in (catalogo.vie if catalogo else ())
        if via.ammessa(allontana=allontana) and not via.dopo_garanzia
    ]
    aperte = [_aperta(via, catalogo, comunicata_il, regole, calendario) for via in vie if catalogo]
    piena = [
        una
        for una in aperte
        if una.giudice is Giudice.ORGANO_GARANZIA and set(una.esiti) >= set(PIENI)
    ]
    if piena:
        return tuple(aperte)
    return (*aperte, _di_legge(comunicata_il, regole, calendario, aperte))


def _aperta(
    via: Via, catalogo: Catalogo, dal: date, regole: RegoleTermini, calendario: Calendario
) -> Aperta:
    if via.giudice is Giudice.ORGANO_GARANZIA or via.giorni is None:
        termine = entro_secondo(dal, regole.ricorso, calendario=calendario)
    else:
        termine = scadenza(dal, via.giorni, calendario=calendario)
    quali = elenco(esito.etichetta for esito in via.esiti)
    testo = f"Ricorso, {via.giudice.etichetta}, fino al {data_estesa(termine.giorno)}: {quali}."
    motivo = Motivo("via", catalogo.fonte(via.articolo), testo)
    return Aperta(via.giudice, replace(termine, perche=(motivo, *termine.perche)), via.esiti)


def _di_legge(
    dal: date, regole: RegoleTermini, calendario: Calendario, aperte: list[Aperta]
) -> Aperta:
    termine = entro_secondo(dal, regole.ricorso, calendario=calendario)
    quanto = "lo dà solo in parte" if aperte else "non lo dà"
    testo = (
        f"Ricorso all’organo di garanzia fino al {data_estesa(termine.giorno)}: il regolamento "
        f"{quanto}, lo Statuto sì, contro ogni sanzione."
    )
    motivo = Motivo("via_di_legge", statuto("1", 5), testo)
    termine = replace(termine, perche=(motivo, *termine.perche))
    return Aperta(Giudice.ORGANO_GARANZIA, termine, PIENI)


def contro_ricorso(presentato_il: date, aperta: Aperta, *, interesse: bool) -> list[Violazione]:
    """What is against an appeal: nobody's interest, or the term over."""
    if not interesse:
        testo = "Può ricorrere chi vi ha interesse: lo studente, chi ne ha la responsabilità."
        return [Violazione("interesse", testo, statuto("1", 5))]
    if presentato_il > aperta.entro.giorno:
        testo = f"Si poteva ricorrere fino al {data_estesa(aperta.entro.giorno)}."
        return [Violazione("termine", testo, aperta.entro.perche[0].fonte)]
    return []


def contro_esito(
    esito: EsitoRicorso,
    motivo: str,
    aperta: Aperta,
    *,
    giorni: int | None = None,
    nuovi_giorni: int | None = None,
) -> Iterator[Violazione]:
    """What is against this answer; the days are those of the sanction before and after it."""
    if esito not in aperta.esiti:
        ammessi = elenco(uno.etichetta for uno in aperta.esiti)
        testo = f"Qui si può decidere: {ammessi}. Non «{esito.etichetta}»."
        yield Violazione("esito", testo, aperta.entro.perche[0].fonte, "esito")
    if not motivo.strip():
        testo = f"Scrivi perché: {esito.etichetta}."
        yield Violazione("motivo", testo, MOTIVAZIONE, "motivo")
    if esito is EsitoRicorso.MODIFICATA and (nuovi_giorni or 0) > (giorni or 0):
        testo = (
            f"Da {plurale(giorni or 0, 'giorno', 'giorni')} a {nuovi_giorni}: chi ricorre non può "
            "avere una sanzione più grave."
        )
        fonte = "divieto di decidere contro chi ricorre, per analogia, da verificare"
        yield Violazione("piu_grave", testo, fonte, "giorni")


def in_vigore_dopo(esito: EsitoRicorso | None) -> bool:
    """Whether the sanction stands, for recidivism and execution; None while nobody has judged."""
    return esito is not EsitoRicorso.REVOCATA


def reclamo_regionale(
    esito_comunicato_il: date,
    regole: RegoleTermini,
    calendario: Calendario = CALENDARIO_COMUNE,
) -> Termine:
    """The last day for the complaint to the Ufficio scolastico regionale (art. 5 c. 3)."""
    termine = entro_secondo(esito_comunicato_il, regole.reclamo, calendario=calendario)
    testo = (
        "Reclamo al direttore dell’Ufficio scolastico regionale, sentito l’organo regionale: fino "
        f"al {data_estesa(termine.giorno)}."
    )
    motivo = Motivo("reclamo_regionale", f"{statuto('3', 5)}; {NOTA}", testo)
    return replace(termine, perche=(motivo, *termine.perche))
