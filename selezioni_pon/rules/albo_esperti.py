"""The register of experts: who is in it, for which calls, until when.

An entry gives no right to a contract and no points: it says who may be called. The years of an
entry are a parameter, since the regulation is silent.

Source: IC di Porto Venere, Regolamento per il conferimento di incarichi, artt. 1, 3, 4, 6.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from cpia.norme.rules.anno import AnnoScolastico, anno_scolastico
from cpia.norme.rules.motivi import Motivo, Valore, Violazione
from cpia.scuola.parole import data_estesa, elenco, in_alfabeto, plurale
from selezioni_pon.rules.iscrizioni_albo import IscrizioneAlbo, RegoleAlbo, Valida


def scadenza(iscritto_il: date, durata: Valore[int]) -> date:
    """The last day of an entry: the end of the last of its school years."""
    primo = anno_scolastico(iscritto_il).inizio
    return AnnoScolastico(primo + durata.valore - 1).al


def valide_per(
    iscrizioni: Iterable[IscrizioneAlbo], settore: str, giorno: date, regole: RegoleAlbo
) -> tuple[Valida, ...]:
    """Every entry judged for a call of ``settore`` on a day, in alphabetical order.

    The order is of the register and gives no precedence: points come from the projects (art. 4).
    """
    in_fila = sorted(iscrizioni, key=lambda una: (in_alfabeto(una.nome), una.id))
    return tuple(_giudica(una, settore, giorno, regole) for una in in_fila)


def _giudica(una: IscrizioneAlbo, settore: str, giorno: date, regole: RegoleAlbo) -> Valida:
    scade = scadenza(una.iscritto_il, regole.durata)
    contro = (*_del_tempo(una, giorno, scade, regole), *_di_chi(una, settore, regole))
    motivi = () if contro else tuple(_di_chi_vale(una, scade, settore, regole))
    return Valida(una, scade, contro, motivi)


def _del_tempo(
    una: IscrizioneAlbo, giorno: date, scade: date, regole: RegoleAlbo
) -> Iterator[Violazione]:
    if giorno < una.iscritto_il:
        testo = f"L’iscrizione è del {data_estesa(una.iscritto_il)}, dopo il {data_estesa(giorno)}."
        yield Violazione("non_ancora_iscritto", testo, regole.istituzione)
    if giorno > scade:
        anni = plurale(regole.durata.valore, "anno scolastico", "anni scolastici")
        testo = f"L’iscrizione dura {anni} ed è finita il {data_estesa(scade)}."
        yield Violazione("scaduta", testo, regole.durata.fonte)
    if una.cancellato_il and una.cancellato_il <= giorno:
        testo = f"L’iscrizione è stata cancellata il {data_estesa(una.cancellato_il)}."
        yield Violazione("cancellata", testo, regole.istituzione)


def _di_chi(una: IscrizioneAlbo, settore: str, regole: RegoleAlbo) -> Iterator[Violazione]:
    if uguale(settore) not in {uguale(suo) for suo in una.settori}:
        suoi = elenco(sorted(una.settori)) or "nessuno"
        testo = f"L’avviso è per «{settore}»; i settori dell’iscrizione: {suoi}."
        yield Violazione("altro_settore", testo, regole.istituzione, "settori")
    if not una.requisiti:
        testo = f"I requisiti di ammissione di {una.nome} non sono stati verificati."
        yield Violazione("requisiti", testo, regole.requisiti, "requisiti")
    if una.docente_di_altra_scuola:
        testo = f"{una.nome} insegna in un’altra scuola: serve una collaborazione plurima."
        yield Violazione("docente_di_altra_scuola", testo, regole.esclusi)
    if una.cooperativa and not una.documenti_cooperativa:
        testo = (
            f"Della cooperativa {una.cooperativa} mancano la finalità educativa dello statuto o la "
            "regolarità dei contributi."
        )
        yield Violazione("documenti_cooperativa", testo, regole.cooperative)


def _di_chi_vale(
    una: IscrizioneAlbo, scade: date, settore: str, regole: RegoleAlbo
) -> Iterator[Motivo]:
    testo = f"L’iscrizione per «{settore}» vale fino al {data_estesa(scade)}."
    yield Motivo("iscrizione_valida", regole.durata.fonte, testo)
    testo = f"L’iscrizione di {una.nome} non dà punti né precedenza, e non obbliga l’istituto."
    yield Motivo("senza_obbligo", f"{regole.senza_obbligo}; {regole.sui_progetti}", testo)
    if una.dipendente_pubblico:
        testo = (
            f"Prima dell’incarico {una.nome} porta l’autorizzazione della propria amministrazione."
        )
        yield Motivo("autorizzazione", regole.autorizzazione, testo)
    if una.cooperativa:
        testo = f"Il contratto è con la cooperativa {una.cooperativa}."
        yield Motivo("cooperativa", regole.cooperative, testo)


def uguale(settore: str) -> str:
    """The name of an activity as it is compared: neither case nor spaces make another."""
    return " ".join(settore.casefold().split())
