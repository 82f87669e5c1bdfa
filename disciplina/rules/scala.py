"""The scale and recidivism: what step the regulation foresees, proposed and never imposed.

Source: IC Pinocchio Montesicuro, Regolamento di disciplina, D.3 (phone: first, second, third time
on); D.P.R. 249/1998, art. 4 c. 5, gradualness. What counts is what is in force: the same duty, the
same student, the same school year.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cpia.norme.rules.anno import anno_scolastico
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import data_estesa, elenco, plurale
from disciplina.rules.catalogo.modello import Catalogo
from disciplina.rules.catalogo.righe import Mancanza, Sanzione
from disciplina.rules.fonti import statuto


@dataclass(frozen=True, slots=True)
class Precedente:
    """A sanction of the same student; ``in_vigore`` false when revoked or annulled."""

    doveri: frozenset[str]
    data_fatto: date
    data_irrogazione: date
    in_vigore: bool = True


@dataclass(frozen=True, slots=True)
class Recidiva:
    """How many times before, and what the scale proposes; None where there is no scale."""

    volte: int
    proposta: Sanzione | None
    motivo: Motivo


def che_contano(
    precedenti: Iterable[Precedente], doveri: frozenset[str], data_fatto: date
) -> tuple[Precedente, ...]:
    """The earlier sanctions that make this a repetition, oldest first.

    One counts if it was imposed before this fact: who had not yet been told did not persist.
    """
    anno = anno_scolastico(data_fatto)
    contano = (
        uno
        for uno in precedenti
        if uno.in_vigore
        and uno.doveri & doveri
        and uno.data_fatto in anno
        and uno.data_irrogazione < data_fatto
    )
    return tuple(sorted(contano, key=lambda uno: uno.data_irrogazione))


def recidiva(
    doveri: frozenset[str],
    data_fatto: date,
    precedenti: Iterable[Precedente],
    catalogo: Catalogo,
) -> Recidiva:
    """Whether the duty was already broken this year, and the step that follows in the scale."""
    contano = che_contano(precedenti, doveri, data_fatto)
    volta = len(contano) + 1
    anno = anno_scolastico(data_fatto)
    detti = f"{'dovere' if len(doveri) == 1 else 'doveri'} {elenco(sorted(doveri))}"
    prima = f": {elenco(data_estesa(uno.data_irrogazione) for uno in contano)}" if contano else ""
    quante = plurale(
        len(contano), "sanzione in vigore", "sanzioni in vigore", "nessuna sanzione in vigore"
    )
    testo = f"Nell’anno scolastico {anno} per {detti}: {quante}{prima}."
    scala = next((una for una in catalogo.scale if una.dovere in doveri), None)
    if scala is None:
        fonte = statuto("5")
        testo += " Si valuta la gradualità: chi decide tiene conto della ripetizione."
        return Recidiva(len(contano), None, Motivo("recidiva", fonte, testo))
    gradino = catalogo.sanzione(scala.gradini[min(volta, len(scala.gradini)) - 1])
    testo += f" È la {volta}ª volta; la scala prevede: {gradino.nome}."
    return Recidiva(
        len(contano), gradino, Motivo("recidiva", catalogo.fonte(scala.articolo), testo)
    )


def sanzioni_previste(mancanza: Mancanza, catalogo: Catalogo) -> tuple[Sanzione, ...]:
    """The sanctions that the regulation foresees for an infringement, lightest first."""
    return tuple(catalogo.sanzione(codice) for codice in mancanza.sanzioni)


def avverti_gradualita(
    scelta: Sanzione, mancanza: Mancanza, volte: int, catalogo: Catalogo
) -> list[Motivo]:
    """What who proposes must know: not foreseen for this, only for repetition, a step skipped."""
    previste = sanzioni_previste(mancanza, catalogo)
    fonte = catalogo.fonte(mancanza.articolo)
    if scelta not in previste:
        nomi = elenco(una.nome for una in previste)
        testo = f"Per «{mancanza.testo}» il regolamento prevede: {nomi}. Non «{scelta.nome}»."
        return [Motivo("non_prevista", fonte, testo)]
    motivi = []
    if mancanza.ripetuta and not volte:
        testo = f"«{mancanza.testo}»: si applica a chi ripete, e quest’anno non risulta."
        motivi.append(Motivo("non_ripetuta", fonte, testo))
    if not volte and (prima := _piu_lievi(scelta, previste)):
        testo = (
            f"È la prima volta: prima di «{scelta.nome}» il regolamento elenca "
            f"{plurale(len(prima), 'sanzione più lieve', 'sanzioni più lievi')}. La motivazione "
            "dice perché non bastano."
        )
        motivi.append(Motivo("gradino_saltato", f"{fonte}; {statuto('5')}", testo))
    return motivi


def _piu_lievi(scelta: Sanzione, previste: Sequence[Sanzione]) -> Sequence[Sanzione]:
    return [una for una in previste[: previste.index(scelta)] if not una.accessoria]
