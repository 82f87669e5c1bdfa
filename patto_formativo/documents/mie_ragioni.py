"""Why an agreement says so: the answer in the language of who learns, the rule in Italian."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from django.utils import timezone

from cpia.norme.rules.motivi import Motivo, Valore
from cpia.scuola.parole import data_estesa, plurale
from patto_formativo.cortesia import Testi
from patto_formativo.queries.adulto.patto import MioPatto
from patto_formativo.queries.crediti import Contata
from patto_formativo.queries.regole import RegolePatto
from patto_formativo.rules.crediti.spiegazione import PSP
from patto_formativo.rules.fatti import Fatti
from patto_formativo.rules.misure import in_cifre, in_ore
from patto_formativo.rules.silenzio import ART_9


@dataclass(frozen=True, slots=True)
class Ragione:
    """A reason: what it is of, the answer in a sentence, the sum, the rules in Italian."""

    titolo: str
    risposta: str
    conto: str
    motivi: tuple[Motivo, ...]


def ragione(testi: Testi, mio: MioPatto, di: str, oggi: date) -> Ragione | None:
    """The reason that was asked for; None where there is nothing to explain."""
    if di in DI_TUTTI:
        return DI_TUTTI[di](testi, mio, oggi)
    if di in DEI_FATTI and mio.fatti is not None:
        return DEI_FATTI[di](testi, mio, mio.fatti)
    return None


def ragione_evidenza(testi: Testi, riga: Contata) -> Ragione:
    """Why a piece of evidence takes no hour away."""
    risposta = testi.dice("ragioni.evidenza")
    if riga.esclusa is not None:
        return Ragione(riga.evidenza.titolo, risposta, "", (riga.esclusa,))
    testo = riga.tagli.perche if riga.tagli else "Non chiede ore del tuo percorso."
    motivo = Motivo("riga", riga.regola, testo)
    return Ragione(riga.evidenza.titolo, risposta, "", (motivo,))


def _presenza(testi: Testi, mio: MioPatto, fatti: Fatti) -> Ragione:
    soglia = mio.regole.soglia
    risposta = testi.dice(
        "ragioni.presenza",
        quota=testi.cifre(100 * soglia.valore),
        ore=testi.conta("ore", fatti.minimo),
        totale=testi.conta("ore", fatti.psp),
    )
    testo = (
        f"Servono {in_ore(fatti.minimo)}, il {in_cifre(100 * soglia.valore)} per cento del piano."
    )
    return Ragione(
        _titolo(testi, fatti.minimo), risposta, _parte(fatti, soglia, fatti.minimo),
        (_motivo("presenza", soglia, testo),),
    )  # fmt: skip


def _distanza(testi: Testi, mio: MioPatto, fatti: Fatti) -> Ragione:
    limite = mio.regole.distanza
    ore = limite.valore * fatti.psp
    testo = (
        f"A distanza al più {in_ore(ore)}, il {in_cifre(100 * limite.valore)} per cento del piano. "
        f"In questo piano: {in_ore(fatti.a_distanza)}."
    )
    return Ragione(
        _titolo(testi, fatti.a_distanza),
        testi.dice("ragioni.distanza", ore=testi.conta("ore", ore)),
        _parte(fatti, limite, ore), (_motivo("distanza", limite, testo),),
    )  # fmt: skip


def _crediti(testi: Testi, _mio: MioPatto, fatti: Fatti) -> Ragione:
    conto = " − ".join(in_cifre(n) for n in (fatti.ore_totali, fatti.accoglienza, fatti.crediti))
    testo = (
        f"Piano di studio personalizzato: {in_ore(fatti.ore_totali)} del percorso, meno "
        f"{in_ore(fatti.accoglienza)} di accoglienza, meno {in_ore(fatti.crediti)} di crediti."
    )
    return Ragione(
        _titolo(testi, fatti.crediti),
        testi.dice("ragioni.crediti", ore=testi.conta("ore", fatti.crediti)),
        f"{conto} = {in_cifre(fatti.psp)}",
        (Motivo("ore_psp", PSP, testo),),
    )


def _silenzio(testi: Testi, mio: MioPatto, fatti: Fatti) -> Ragione:
    mesi = mio.regole.mesi_silenzio
    chiave = "silenzio_minore" if fatti.minorenne else "silenzio"
    testo = f"Assenza oltre {mesi.valore} mesi senza comunicazioni: prima si avvisa, poi si ritira."
    if fatti.minorenne:
        testo = "Un minorenne non si ritira: l’assenza si segnala a chi ne ha la responsabilità."
        motivo = Motivo("silenzio_minore", ART_9, testo)
    else:
        motivo = _motivo("silenzio", mesi, testo)
    return Ragione(
        testi.conta("mesi", mesi.valore), testi.dice(f"ragioni.{chiave}"), "", (motivo,)
    )  # fmt: skip


def _termine(testi: Testi, mio: MioPatto, oggi: date) -> Ragione | None:
    versione = mio.mostrata
    if mio.entro is None or versione is None or versione.approvata_il is None:
        return None
    approvata = timezone.localdate(versione.approvata_il)
    return Ragione(
        testi.giorno(mio.entro, oggi),
        testi.dice("ragioni.termine", giorno=testi.giorno(approvata, oggi)),
        "",
        (_motivo_del_termine(mio.regole, approvata, mio.entro),),
    )


def _motivo_del_termine(in_uso: RegolePatto, approvata: date, entro: date) -> Motivo:
    """The day of the year that the school has fixed, or so many days after the approval."""
    fissato, giorni = in_uso.patto_entro, in_uso.firma_entro
    testo = f"Approvato il {data_estesa(approvata)}: si firma entro il {data_estesa(entro)}"
    if fissato.valore is None or entro == approvata + timedelta(days=giorni.valore):
        dopo = f"{testo}, {plurale(giorni.valore, 'giorno', 'giorni')} dopo."
        return _motivo("firma_entro", giorni, dopo)
    return _motivo("patto_entro", fissato, f"{testo}, il giorno che la scuola ha fissato.")


def _firme(testi: Testi, mio: MioPatto, _oggi: date) -> Ragione | None:
    if mio.firme is None or not mio.firme.richieste:
        return None
    chiave = "firme_minore" if mio.minorenne else "firme_adulto"
    prima = [mio.firme.aspetta] if mio.firme.aspetta else []
    motivi = (*prima, *(richiesta.perche for richiesta in mio.firme.richieste))
    return Ragione(
        testi.dice("firma.firma").rstrip("…"), testi.dice(f"ragioni.{chiave}"), "", motivi
    )


DEI_FATTI: Mapping[str, Callable[[Testi, MioPatto, Fatti], Ragione]] = {
    "presenza": _presenza,
    "distanza": _distanza,
    "crediti": _crediti,
    "silenzio": _silenzio,
}
DI_TUTTI: Mapping[str, Callable[[Testi, MioPatto, date], Ragione | None]] = {
    "termine": _termine,
    "firme": _firme,
}


def _titolo(testi: Testi, ore: Fraction) -> str:
    return testi.conta("ore", ore)


def _parte(fatti: Fatti, quota: Valore[Fraction], ore: Fraction) -> str:
    return f"{in_cifre(fatti.psp)} × {in_cifre(100 * quota.valore)} % = {in_cifre(ore)}"


def _motivo(regola: str, valore: Valore[Any], testo: str) -> Motivo:
    return Motivo(regola, valore.fonte, testo + valore.altra_fonte)
