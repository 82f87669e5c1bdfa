"""«Why am I here»: the place of one, told without what concerns the others.

Source: L. 241/1990, art. 3; IC Porto Venere, Regolamento incarichi, art. 4 cc. 7, 11 and 12 (who
wants to see the papers of the others asks for access).
"""

from collections.abc import Iterator

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import plurale
from selezioni_pon.enums import Pubblicazione, TipoCriterio
from selezioni_pon.rules.cifre import in_punti
from selezioni_pon.rules.criteri_parita import MISURE
from selezioni_pon.rules.fonti import regolamento
from selezioni_pon.rules.graduatoria import Graduatoria, RegoleGraduatoria
from selezioni_pon.rules.in_gara import InGara
from selezioni_pon.rules.ordine import Aperto, Decisione, Ordine, Posto


def perche_qui(graduatoria: Graduatoria, chi: str, regole: RegoleGraduatoria) -> tuple[Motivo, ...]:
    """The reasons of one place: points, who comes before by how much, each tie that concerned it.

    The points of the others are said only where they are published. Raises KeyError for who did
    not apply.
    """
    escluso = graduatoria.escluso(chi)
    if escluso is not None:
        testo = f"La tua domanda non è in graduatoria. {escluso.motivo}"
        return (Motivo("escluso", escluso.fonte, testo),)
    ordine = graduatoria.ordine
    mio = ordine.posto(chi)
    return (
        _posto(ordine, mio),
        *_chi_precede(ordine, mio, regole),
        *(_parita(una, mio.candidato) for una in ordine.decisioni if _riguarda(una, chi)),
        *(_aperta(una) for una in ordine.aperti if chi in una.candidati),
    )


def _posto(ordine: Ordine, mio: Posto) -> Motivo:
    punti = in_punti(mio.candidato.punti)
    testo = f"Hai {punti}: il tuo posto è il {mio.posizione}º su {len(ordine.posti)}."
    gruppo = mio.candidato.precedenza
    if gruppo.nome:
        testo += f" Prima dei punti conta il gruppo: il tuo è «{gruppo.nome}»."
    fonte = gruppo.fonte if gruppo.nome else regolamento("art. 4 c. 8")
    return Motivo("posto", fonte, testo)


def _chi_precede(ordine: Ordine, mio: Posto, regole: RegoleGraduatoria) -> Iterator[Motivo]:
    """Those who come before by group or by points; those by a tie are told by the tie."""
    io = mio.candidato
    davanti = [p.candidato for p in ordine.posti if p.posizione < mio.posizione]
    piu_punti = [
        uno.punti for uno in davanti if uno.precedenza == io.precedenza and uno.punti > io.punti
    ]
    gruppo = sum(uno.precedenza != io.precedenza for uno in davanti)
    if gruppo:
        testo = plurale(gruppo, "persona è", "persone sono") + " di un gruppo che viene prima."
        yield Motivo("precedenza", io.precedenza.fonte or regolamento("art. 4 c. 8"), testo)
    if piu_punti:
        testo = (
            plurale(len(piu_punti), "persona viene prima", "persone vengono prima")
            + ", con più punti dei tuoi"
        )
        if regole.pubblicazione.valore is Pubblicazione.NOMI_E_PUNTI:
            testo += f"; la più vicina ha {in_punti(min(piu_punti))}"
        yield Motivo("punti", regolamento("art. 4 c. 8"), f"{testo}.")


def _riguarda(decisione: Decisione, chi: str) -> bool:
    return any(chi in gruppo for gruppo in decisione.gruppi)


def _parita(decisione: Decisione, io: InGara) -> Motivo:
    dove = next(n for n, gruppo in enumerate(decisione.gruppi) if io.id in gruppo)
    prima = sum(len(gruppo) for gruppo in decisione.gruppi[:dove])
    dopo = sum(len(gruppo) for gruppo in decisione.gruppi[dove + 1 :])
    insieme = sum(len(gruppo) for gruppo in decisione.gruppi) - 1
    tipo = decisione.criterio.tipo
    if tipo is TipoCriterio.SORTEGGIO:
        regola = f"decide il sorteggio messo a verbale, e la tua estrazione è la {dove + 1}ª"
    else:
        misura = MISURE[tipo]
        regola = f"precede {misura.precede} (per te: {misura.detta(io)})"
    testo = f"A parità di {in_punti(io.punti)} con {_altre(insieme)} {regola}: "
    testo += f"{_persone(prima)} prima di te, {_persone(dopo)} dopo."
    return Motivo(tipo, decisione.criterio.fonte, testo)


def _aperta(aperto: Aperto) -> Motivo:
    testo = f"Il tuo posto è ancora pari a quello di {_altre(len(aperto.candidati) - 1)}: "
    testo += f"serve {aperto.serve.etichetta}."
    return Motivo(aperto.motivo.regola, aperto.motivo.fonte, testo)


def _persone(quante: int) -> str:
    return plurale(quante, "persona", "persone", "nessuno")


def _altre(quante: int) -> str:
    return plurale(quante, "altra persona", "altre persone")
