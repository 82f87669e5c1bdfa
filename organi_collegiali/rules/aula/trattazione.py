"""The agenda at the sitting: in which order, how an item ends, when the sitting may be closed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import plurale
from organi_collegiali.enums import EsitoPunto, GenereVotazione, NaturaPunto, StatoVotazione

ORDINE = "C.M. 16 aprile 1975, n. 105: gli argomenti si trattano nell’ordine dell’avviso"
SENZA_DELIBERA = frozenset(
    {GenereVotazione.EMENDAMENTO, GenereVotazione.AMMISSIONE, GenereVotazione.ORDINE}
)
NON_AMMESSO = "L’organo non ha ammesso il punto all’ordine del giorno: prima si vota se trattarlo."
CON_MOTIVO = frozenset({EsitoPunto.RINVIATO, EsitoPunto.RITIRATO, EsitoPunto.NON_AMMESSO})


@dataclass(frozen=True, slots=True)
class VotoSulPunto:
    """What was put to the vote on an item and how it stands."""

    genere: GenereVotazione
    stato: StatoVotazione
    approvata: bool | None = None


@dataclass(frozen=True, slots=True)
class Trattato:
    """An item of the agenda as the order of the works needs it.

    ``ammesso`` is false of what was asked for at the sitting until the organ admits it.
    """

    numero: int
    titolo: str
    natura: NaturaPunto
    esito: str = ""
    iniziato: bool = False
    ammesso: bool = True
    votazioni: tuple[VotoSulPunto, ...] = ()

    @property
    def in_discussione(self) -> bool:
        return self.iniziato and not self.esito


def verifica_avvio(punto: Trattato, punti: Iterable[Trattato]) -> list[Violazione]:
    """Why an item may not be begun: one is open, one comes before, it is already over.

    The order of the notice is kept; who wants another asks for a vote on it.
    """
    altri = [altro for altro in punti if altro.numero != punto.numero]
    if punto.esito:
        testo = f"Il punto {punto.numero} è già {EsitoPunto(punto.esito).etichetta}: non si riapre."
        return [Violazione("punto_chiuso", testo, ORDINE)]
    if not punto.ammesso:
        return [Violazione("non_ammesso", NON_AMMESSO, ORDINE)]
    aperto = next((altro for altro in altri if altro.in_discussione), None)
    if aperto:
        testo = f"È in discussione il punto {aperto.numero}: prima si conclude quello."
        return [Violazione("punto_aperto", testo, ORDINE)]
    prima = [a for a in altri if not a.esito and a.numero < punto.numero]
    if prima:
        testo = (
            f"Prima viene il punto {min(a.numero for a in prima)}: per cambiare l’ordine "
            "si vota l’inversione."
        )
        return [Violazione("ordine", testo, ORDINE)]
    return []


def esiti_possibili(punto: Trattato) -> tuple[EsitoPunto, ...]:
    """How an item can be concluded now by who runs the sitting, the likeliest first.

    What was proclaimed says the outcome; without a vote an item is dealt with, postponed or
    withdrawn. «Varie ed eventuali» and communications are never deliberated.
    """
    fine = (EsitoPunto.RINVIATO, EsitoPunto.RITIRATO)
    deciso = _deciso(punto.votazioni)
    if not punto.natura.si_vota or deciso is None:
        return (EsitoPunto.TRATTATO, *fine)
    if deciso:
        return (EsitoPunto.DELIBERATO,)
    return (EsitoPunto.NON_APPROVATO, *fine)


def _deciso(votazioni: Iterable[VotoSulPunto]) -> bool | None:
    """Whether the item was approved, by its votes proclaimed; None when none decides it."""
    esiti = [
        voto.approvata
        for voto in votazioni
        if voto.stato == StatoVotazione.PROCLAMATA and voto.genere not in SENZA_DELIBERA
    ]
    return None if not esiti else any(esiti)


def verifica_esito(
    punto: Trattato, esito: EsitoPunto, *, motivo: str, numero_legale: bool
) -> list[Violazione]:
    """Why an item may not end this way.

    An item to be voted that ends without a vote says why; while a vote is open nothing ends.
    """
    if punto.esito:
        testo = f"Il punto {punto.numero} è già {EsitoPunto(punto.esito).etichetta}."
        return [Violazione("punto_chiuso", testo, ORDINE)]
    if not punto.iniziato and esito not in CON_MOTIVO:
        testo = f"Il punto {punto.numero} non è ancora in discussione."
        return [Violazione("non_iniziato", testo, ORDINE)]
    if in_voto := verifica_nessun_voto([punto]):
        return in_voto
    return _verifica_esito(punto, esito, motivo, numero_legale=numero_legale)


def verifica_nessun_voto(punti: Iterable[Trattato]) -> list[Violazione]:
    """While something is being voted, on any item, no item is begun or ended."""
    if not any(map(si_vota, punti)):
        return []
    testo = "C’è una votazione aperta: prima si proclama, o si annulla."
    return [Violazione("votazione_aperta", testo, "D.Lgs. 297/1994, art. 37 c. 3")]


def si_vota(punto: Trattato) -> bool:
    """Whether something on the item is being voted, or waits to be proclaimed."""
    in_corso = (StatoVotazione.APERTA, StatoVotazione.CHIUSA)
    return any(voto.stato in in_corso for voto in punto.votazioni)


def _verifica_esito(
    punto: Trattato, esito: EsitoPunto, motivo: str, *, numero_legale: bool
) -> list[Violazione]:
    possibili = esiti_possibili(punto)
    if esito not in possibili:
        quali = " o ".join(possibile.etichetta for possibile in possibili)
        testo = f"Il punto {punto.numero} può essere {quali}, non {esito.etichetta}."
        return [Violazione("esito", testo, ORDINE, "esito")]
    senza_voto = esito is EsitoPunto.TRATTATO and punto.natura.si_vota
    if (esito in CON_MOTIVO or senza_voto) and not motivo.strip():
        testo = "Scrivi il motivo: resta nel verbale."
        return [Violazione("motivo", testo, "", "motivo")]
    if senza_voto and not numero_legale:
        testo = "Senza il numero legale un punto da votare si rinvia."
        return [Violazione("numero_legale", testo, "D.Lgs. 297/1994, art. 37 c. 2", "esito")]
    return []


def da_concludere(punti: Iterable[Trattato]) -> tuple[Trattato, ...]:
    """The items that have no outcome yet."""
    return tuple(punto for punto in punti if not punto.esito)


def verifica_chiusura(punti: Sequence[Trattato]) -> list[Violazione]:
    """Why a sitting may not be closed: it names the items that have no outcome."""
    mancano = da_concludere(punti)
    if not mancano:
        return []
    quali = "; ".join(f"{punto.numero}. {punto.titolo}" for punto in mancano)
    verbo = "non ha" if len(mancano) == 1 else "non hanno"
    testo = f"{plurale(len(mancano), 'punto', 'punti')} {verbo} ancora un esito: {quali}."
    return [Violazione("punti_senza_esito", testo, ORDINE)]
