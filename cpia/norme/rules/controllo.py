"""The checker: contradictions, values against the law, what is missing. It repairs nothing.

Every finding carries both sources with their words, so that whoever decides can read the two.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from cpia.norme.enums import Origine, TipoRilievo
from cpia.norme.rules.catalogo import CHIAVI, chiave_nota
from cpia.norme.rules.dire import dire, dire_testo
from cpia.norme.rules.leggi import Leggi, Limite, Norma, misura
from cpia.norme.rules.parametri import Contenuto, Valore, ValoreNonValido
from cpia.norme.rules.rilievi import Fonte, Rilievo
from cpia.norme.rules.vigenza import Disposizione, valori_vigenti

ORDINE: Final = {chiave: numero for numero, chiave in enumerate(CHIAVI)}
PER_ANALOGIA: Final = " La norma non nomina questo organo: si applica per analogia."
GRAVITA: Final = {tipo: numero for numero, tipo in enumerate(TipoRilievo)}


def controlla(
    disposizioni: Iterable[Disposizione], leggi: Leggi, giorno: date
) -> tuple[Rilievo, ...]:
    """All that is to be looked at in the regulations in force on ``giorno``.

    What disagrees with the law first, then contradictions, unreadable values, what is missing;
    within each in the catalogue's order. Keys that the catalogue does not know are passed over.
    """
    in_vigore = [d for d in disposizioni if d.in_vigore(giorno) and d.chiave in CHIAVI]
    illeggibili = [rilievo for d in in_vigore if (rilievo := _illeggibile(d))]
    cattive = {(r.chiave, r.prima.citazione) for r in illeggibili}
    leggibili = [d for d in in_vigore if (d.chiave, d.fonte) not in cattive]
    valori = valori_vigenti("", leggibili, giorno)
    trovati = [
        *illeggibili,
        *_contro_la_legge(leggibili, leggi, giorno),
        *_fra_regolamenti(leggibili),
        *_dichiarati(leggibili),
        *_in_disaccordo(valori, leggi, giorno),
        *_incompatibili(valori, leggi, giorno),
        *_somme(valori, leggi, giorno),
        *_mancanti(valori, leggi, giorno),
    ]
    return tuple(sorted(trovati, key=lambda r: (GRAVITA[r.tipo], ORDINE[r.chiave])))


def controlla_valore(
    chiave: str, valore: Contenuto, leggi: Leggi, giorno: date
) -> tuple[Rilievo, ...]:
    """What the law says against one value, while it is being written. Raises ChiaveSconosciuta."""
    qui = Fonte("il valore scritto", dire(chiave, valore))
    return tuple(
        _oltre(chiave, qui, limite)
        for limite in leggi.limiti_di(chiave, giorno)
        if not limite.rispettato(chiave, valore)
    )


def _illeggibile(disposizione: Disposizione) -> Rilievo | None:
    try:
        chiave_nota(disposizione.chiave).leggi(disposizione.valore)
    except ValoreNonValido as errore:
        testo = f"Il valore registrato non si legge: {errore}."
        qui = _di(disposizione)
        return Rilievo(TipoRilievo.ILLEGGIBILE, disposizione.chiave, testo, qui)
    return None


def _contro_la_legge(
    disposizioni: Sequence[Disposizione], leggi: Leggi, giorno: date
) -> Iterator[Rilievo]:
    for disposizione in disposizioni:
        valore = chiave_nota(disposizione.chiave).leggi(disposizione.valore)
        for limite in leggi.limiti_di(disposizione.chiave, giorno):
            if not limite.rispettato(disposizione.chiave, valore):
                yield _oltre(disposizione.chiave, _di(disposizione), limite)


def _oltre(chiave: str, qui: Fonte, limite: Limite) -> Rilievo:
    norma, analogia = limite.norma, limite.per_analogia(chiave)
    voluto = limite.dice(chiave)
    return Rilievo(
        TipoRilievo.LEGGE,
        chiave,
        f"Qui: {qui.dice}. Per {norma.citazione}: {voluto}.",
        qui,
        Fonte(norma.citazione, voluto, f"{norma.parole}{PER_ANALOGIA if analogia else ''}"),
        norma.da_verificare or analogia,
        norma.indicativa,
    )


def _fra_regolamenti(disposizioni: Sequence[Disposizione]) -> Iterator[Rilievo]:
    """The same parameter with two values, in two regulations in force together."""
    per_chiave: dict[str, list[Disposizione]] = {}
    for disposizione in sorted(disposizioni, key=lambda d: d.dal, reverse=True):
        per_chiave.setdefault(disposizione.chiave, []).append(disposizione)
    for chiave, (prima, *altre) in per_chiave.items():
        leggi_valore = chiave_nota(chiave).leggi
        for altra in altre:
            if leggi_valore(altra.valore) != leggi_valore(prima.valore):
                qui, la = _di(prima), _di(altra)
                testo = (
                    f"Due regolamenti in vigore dicono cose diverse: {qui.dice} e {la.dice}. "
                    f"Il portale applica il più recente, {qui.dice}."
                )
                yield Rilievo(TipoRilievo.CONTRADDIZIONE, chiave, testo, qui, la)


def _dichiarati(disposizioni: Sequence[Disposizione]) -> Iterator[Rilievo]:
    """The other source that the regulation itself, or who copied it in, has noted."""
    for disposizione in disposizioni:
        if disposizione.in_contrasto_con:
            qui = _di(disposizione)
            altra = Fonte("altra fonte annotata accanto", parole=disposizione.in_contrasto_con)
            testo = f"Qui: {qui.dice}. Un’altra fonte dice altro."
            yield Rilievo(TipoRilievo.CONTRADDIZIONE, disposizione.chiave, testo, qui, altra)


def _in_disaccordo(valori: Mapping[str, Valore], leggi: Leggi, giorno: date) -> Iterator[Rilievo]:
    """Two parameters of which one should not be longer than the other."""
    for accordo in leggi.accordi:
        if not accordo.norma.in_vigore(giorno):
            continue
        for minore, maggiore in accordo.coppie():
            primo, secondo = valori[minore], valori[maggiore]
            if _scritto(primo, secondo) and misura(primo.valore) > misura(secondo.valore):
                yield _disaccordo(primo, secondo, accordo.norma)


def _incompatibili(valori: Mapping[str, Valore], leggi: Leggi, giorno: date) -> Iterator[Rilievo]:
    for voce in leggi.incompatibili:
        primo, secondo = valori[voce.chiave], valori[voce.con]
        insieme = (primo.valore, secondo.valore) == (voce.valore, voce.valore_con)
        if insieme and voce.norma.in_vigore(giorno) and _scritto(primo, secondo):
            yield _disaccordo(primo, secondo, voce.norma)


def _somme(valori: Mapping[str, Valore], leggi: Leggi, giorno: date) -> Iterator[Rilievo]:
    """Parts that do not make their whole: all of them are said."""
    for somma in leggi.somme:
        parti = [valori[chiave] for chiave in somma.chiavi]
        fanno = sum(misura(parte.valore) for parte in parti)
        if fanno != somma.totale and somma.norma.in_vigore(giorno) and _scritto(*parti):
            detti = " + ".join(str(parte.valore) for parte in parti)
            yield Rilievo(
                TipoRilievo.CONTRADDIZIONE,
                somma.chiavi[0],
                f"{somma.norma.parole} Qui: {detti} = {fanno} ({somma.norma.citazione}).",
                _di_valore(parti[0]),
                _di_valore(parti[1]),
                somma.norma.da_verificare,
                somma.norma.indicativa,
                somma.chiavi[1],
            )


def _scritto(*valori: Valore) -> bool:
    """Whether at least one was written by the school: defaults agree among themselves."""
    return any(valore.origine is Origine.REGOLAMENTO for valore in valori)


def _disaccordo(primo: Valore, secondo: Valore, norma: Norma) -> Rilievo:
    altra = chiave_nota(secondo.chiave).etichetta
    return Rilievo(
        TipoRilievo.CONTRADDIZIONE,
        primo.chiave,
        f"{norma.parole} Qui: {dire(primo.chiave, primo.valore)}; "
        f"{altra}: {dire(secondo.chiave, secondo.valore)} ({norma.citazione}).",
        _di_valore(primo),
        _di_valore(secondo),
        norma.da_verificare,
        norma.indicativa,
        secondo.chiave,
    )


def _mancanti(valori: Mapping[str, Valore], leggi: Leggi, giorno: date) -> Iterator[Rilievo]:
    for voce in leggi.necessari:
        valore = valori[voce.chiave]
        if voce.norma.in_vigore(giorno) and not _scritto(valore):
            yield Rilievo(
                TipoRilievo.LACUNA,
                voce.chiave,
                f"Nessun regolamento in vigore lo dice. {voce.norma.parole}",
                _di_valore(valore),
                Fonte(voce.norma.citazione),
                voce.norma.da_verificare,
                voce.norma.indicativa,
            )


def _di(disposizione: Disposizione) -> Fonte:
    detto = dire_testo(disposizione.chiave, disposizione.valore)
    return Fonte(disposizione.fonte, detto, disposizione.testo)


def _di_valore(valore: Valore) -> Fonte:
    predefinito = "" if valore.origine is Origine.REGOLAMENTO else "in mancanza di regola: "
    return Fonte(f"{predefinito}{valore.fonte}", dire(valore.chiave, valore.valore), valore.testo)
