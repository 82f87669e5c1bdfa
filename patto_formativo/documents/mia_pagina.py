"""What the page of who learns says of the moment, of days and places, in one language."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from cpia.scuola import parole as italiano
from patto_formativo.cortesia import Testi
from patto_formativo.models import Offerta, Versione
from patto_formativo.queries.adulto.patto import MioPatto, giorno_della_firma
from patto_formativo.rules.momento import Momento
from patto_formativo.rules.settimana import giorni_nominati

# The glyph of each moment and the look of its chip.
GLIFI = {
    Momento.DA_RATIFICARE: "nel-browser",
    Momento.APPROVATO: "deciso",
    Momento.FIRMATO: "fatto",
    Momento.SOTTOSCRITTO: "fatto",
    Momento.IN_CORSO: "in-corso",
    Momento.CONCLUSO: "fatto",
    Momento.RITIRATO: "manca",
    Momento.ACCOGLIENZA: "in-corso",
    Momento.BOZZA: "in-corso",
    Momento.IN_NEGOZIAZIONE: "nel-browser",
}


@dataclass(frozen=True, slots=True)
class Detto:
    """The moment in words: a chip, its look, the sentences below it."""

    etichetta: str
    glifo: str
    urgenza: str
    frasi: tuple[str, ...]


def senza_percorso(testi: Testi, *, accolta: bool) -> Detto:
    """For who waits for a path: nothing yet, or an application that waits for its fee."""
    chiave = Momento.ACCOLTA if accolta else Momento.SENZA
    return Detto(testi.dice(f"stato.{chiave}"), "da-fare", "", (testi.dice(f"stato.{chiave}_poi"),))


def detto(testi: Testi, mio: MioPatto, adesso: datetime) -> Detto:
    """The moment of a path in words."""
    approvata = mio.mostrata.approvata_il if mio.mostrata else None
    if mio.momento == Momento.APPROVATO and mio.entro and approvata:
        return _da_firmare(
            testi, timezone.localdate(approvata), mio.entro, adesso,
            sostituisce=mio.vigente is not None,
        )  # fmt: skip
    return _non_da_firmare(testi, mio, timezone.localdate(adesso))


def _non_da_firmare(testi: Testi, mio: MioPatto, oggi: date) -> Detto:
    chiave = str(mio.momento)
    if mio.momento == Momento.FIRMATO and mio.minorenne and not mio.per_altri:
        chiave = "firmato_altri"
    giorno = _giorno(mio)
    valori = {"giorno": testi.giorno(giorno, oggi)} if giorno else {}
    frasi = [testi.dice(f"stato.{mio.momento}_poi", **valori)]
    if mio.vigente is not None and mio.aperta is not None and mio.mostrata is mio.vigente:
        frasi.append(testi.dice("stato.preparazione"))
    return Detto(testi.dice(f"stato.{chiave}"), GLIFI.get(mio.momento, "da-fare"), "", tuple(frasi))


def accoglienza_detta(testi: Testi, ore: str) -> Detto:
    """The welcome with the hours done so far, already counted in words."""
    frase = testi.dice("stato.accoglienza_poi", ore=ore)
    return Detto(testi.dice("stato.accoglienza"), GLIFI[Momento.ACCOGLIENZA], "", (frase,))


def _da_firmare(
    testi: Testi, approvata: date, entro: date, adesso: datetime, *, sostituisce: bool
) -> Detto:
    """The chip with the day, how many days are left, since when it waits."""
    oggi = timezone.localdate(adesso)
    frasi = [_quanto_manca(testi, (entro - oggi).days)]
    frasi.append(testi.dice("stato.approvato_poi", giorno=testi.giorno(approvata, oggi)))
    if sostituisce:
        frasi.append(testi.dice("stato.nuovo"))
    return Detto(
        testi.dice("stato.approvato", giorno=testi.giorno(entro, oggi)),
        GLIFI[Momento.APPROVATO],
        italiano.termine(entro, adesso).urgenza,
        tuple(frasi),
    )


def _quanto_manca(testi: Testi, giorni: int) -> str:
    if giorni > 0:
        return testi.conta("giorni", giorni)
    return testi.dice("stato.passato" if giorni < 0 else "stato.oggi")


def _giorno(mio: MioPatto) -> date | None:
    """The day that the sentence of the moment names."""
    if mio.momento in (Momento.CONCLUSO, Momento.RITIRATO):
        return mio.corsista.chiuso_il
    if mio.momento == Momento.FIRMATO:
        return giorno_della_firma(mio.firme)
    if mio.vigente is not None and mio.vigente.sottoscritta_il:
        return timezone.localdate(mio.vigente.sottoscritta_il)
    return None


@dataclass(frozen=True, slots=True)
class Orario:
    """When and where: ``orario`` in the language, or ``scritto`` as the school wrote it."""

    orario: str
    scritto: str
    sede: str


def orario_detto(testi: Testi, offerta: Offerta, versione: Versione | None, usuale: str) -> Orario:
    """The days and hours: those of the offer in the language, unless the agreement says others.

    ``usuale`` is what an agreement says of the offer when nobody changes it. A reserved site is
    not named.
    """
    scritto = versione.quando if versione else ""
    giorni = giorni_nominati(offerta.giorni)
    if (scritto and scritto != usuale) or giorni is None:
        return Orario("", scritto or usuale, "")
    nomi = testi.elenco([testi.calendario["giorni"][giorno] for giorno in giorni])
    frase = testi.dice(
        "dove.orario",
        giorni=italiano.con_maiuscola(nomi),
        dalle=testi.ora(offerta.dalle),
        alle=testi.ora(offerta.alle),
    )
    sede = ", ".join(filter(None, [offerta.sede.nome, offerta.aula]))
    return Orario(frase, "", "" if offerta.sede.riservata else sede)
