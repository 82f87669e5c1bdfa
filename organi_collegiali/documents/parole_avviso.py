"""The words of a notice: those that are signed, printed and sent.

``pubbliche`` are the words that anybody may read on the albo: an item on persons has no names
there, a reserved one only says that it is (D.Lgs. 297/1994 art. 43).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cpia.atti.carta import Congelato
from cpia.scuola.parole import data_estesa, giorno, ora
from organi_collegiali.enums import GenereAtto, Platea, StatoSeduta
from organi_collegiali.models import Avviso, Punto, PuntoAggiunto, Seduta
from organi_collegiali.rules import nomi

RISERVATO = "Punto riservato"
OGGETTI = {
    GenereAtto.CONVOCAZIONE: "Convocazione",
    GenereAtto.SECONDA: "Seconda convocazione",
    GenereAtto.INTEGRAZIONE: "Integrazione dell’ordine del giorno",
    GenereAtto.RINVIO: "Rinvio della seduta",
    GenereAtto.REVOCA: "Revoca della convocazione",
}
AGGIORNAMENTO = "Aggiornamento della seduta"
GIUSTIFICA = (
    "Chi non può partecipare lo comunica nel portale, con il motivo, prima che la seduta si apra."
)
ASSISTONO = (
    "Possono assistere gli elettori delle componenti rappresentate, tranne ai punti su persone."
)
DOCUMENTI = (
    "I documenti sui punti all’ordine del giorno si leggono nel portale, nella scheda della seduta."
)


@dataclass(frozen=True)
class RigaPunto(Congelato):
    """An item as it is printed: its number, its title, what must be known of it."""

    numero: int
    titolo: str
    nota: str = ""


@dataclass(frozen=True)
class Parole(Congelato):
    """What a notice says, without number of the sitting, protocol and signature."""

    oggetto: str
    capoversi: tuple[str, ...]
    punti: tuple[RigaPunto, ...]
    chiusura: tuple[str, ...]

    @property
    def testo(self) -> str:
        """All of it as plain text: what is signed."""
        righe = [f"{r.numero}. {r.titolo}" + (f" ({r.nota})" if r.nota else "") for r in self.punti]
        return "\n\n".join(
            filter(None, [self.oggetto, *self.capoversi, "\n".join(righe), *self.chiusura])
        )


def parole(
    avviso: Avviso,
    seduta: Seduta,
    punti: Sequence[Punto],
    aggiunti: Sequence[PuntoAggiunto] = (),
    *,
    pubbliche: bool = False,
    aperta: bool = False,
) -> Parole:
    """The words of a notice as the sitting is now; ``aperta``: the electors may attend."""
    genere = GenereAtto(avviso.genere)
    chiusura = () if genere is GenereAtto.REVOCA else _chiusura(pubbliche=pubbliche, aperta=aperta)
    titolo = AGGIORNAMENTO if _prosegue(seduta) else OGGETTI[genere]
    return Parole(
        oggetto=f"{titolo} {nomi.di(seduta.organo.nome)}",
        capoversi=tuple(filter(None, _capoversi(genere, avviso, seduta))),
        punti=_punti(genere, punti, aggiunti, pubbliche=pubbliche),
        chiusura=chiusura,
    )


def titolo_fuori(punto: Punto | PuntoAggiunto, *, pubblico: bool = True) -> str:
    """The title of an item for who does not sit: no names, and nothing of what is reserved."""
    if not pubblico:
        return punto.titolo
    if punto.su_persone:
        return punto.titolo_pubblico
    riservato = isinstance(punto, Punto) and punto.riservato
    return (punto.titolo_pubblico or RISERVATO) if riservato else punto.titolo


def righe(punti: Sequence[Punto | PuntoAggiunto], *, pubbliche: bool) -> tuple[RigaPunto, ...]:
    """The items as they are printed, with or without what only who sits may read."""
    return tuple(
        RigaPunto(punto.ordine, titolo_fuori(punto, pubblico=pubbliche), _nota(punto))
        for punto in punti
    )


def da_tacere(punti: Sequence[Punto | PuntoAggiunto]) -> bool:
    """Whether the public may read less than who sits."""
    return any(titolo_fuori(punto) != punto.titolo for punto in punti)


def quando_e_dove(seduta: Seduta) -> str:
    """``mercoledì 10 giugno 2026, ore 17.30, aula magna``."""
    if seduta.inizio_previsto is None:
        return ""
    parti = [giorno(seduta.inizio_previsto), f"ore {ora(seduta.inizio_previsto)}", seduta.luogo]
    return ", ".join(filter(None, parti))


def _capoversi(genere: GenereAtto, avviso: Avviso, seduta: Seduta) -> list[str]:
    match genere:
        case GenereAtto.CONVOCAZIONE | GenereAtto.SECONDA:
            return [_convocato(genere, seduta), _dove(seduta.luogo, seduta), _urgenza(seduta)]
        case GenereAtto.INTEGRAZIONE:
            testo = f"L’ordine del giorno {_della(seduta)} è integrato con i punti che seguono."
            return [testo, _perche(avviso)]
        case GenereAtto.RINVIO:
            return [_rinviata(avviso, seduta), _dove(avviso.nuovo_luogo, seduta), _perche(avviso)]
        case GenereAtto.REVOCA:
            return [f"La convocazione {_della(seduta)} è revocata.", _perche(avviso)]


def _convocato(genere: GenereAtto, seduta: Seduta) -> str:
    nome = seduta.organo.nome
    quando = f"{giorno(seduta.inizio_previsto)} alle ore {ora(seduta.inizio_previsto)}"  # type: ignore[arg-type]
    platea = "" if seduta.platea == Platea.TUTTI else f" ({Platea(seduta.platea).etichetta})"
    return (
        f"{nomi.con_articolo(nome)} è {nomi.accorda(nome, 'convocato')} "
        f"{_in_che_seduta(genere, seduta)} {quando}{platea}."
    )


def _in_che_seduta(genere: GenereAtto, seduta: Seduta) -> str:
    prima = seduta.segue.inizio_previsto if seduta.segue else None
    if genere is not GenereAtto.SECONDA or prima is None:
        return f"in seduta {seduta.tipo}"
    if _prosegue(seduta):
        return f"per proseguire la seduta del {data_estesa(prima)}, con i punti non trattati,"
    return f"in seconda convocazione, dopo la seduta deserta del {data_estesa(prima)},"


def _prosegue(seduta: Seduta) -> bool:
    return seduta.segue is not None and seduta.segue.stato == StatoSeduta.CHIUSA


def _rinviata(avviso: Avviso, seduta: Seduta) -> str:
    if avviso.nuovo_inizio is None:
        raise ValueError("un rinvio ha un altro giorno")
    nuovo = f"{giorno(avviso.nuovo_inizio)} alle ore {ora(avviso.nuovo_inizio)}"
    gia = _della(seduta).removeprefix("della seduta ")
    return f"La seduta già {gia} è rinviata a {nuovo}. L’ordine del giorno non cambia."


def _della(seduta: Seduta) -> str:
    if seduta.inizio_previsto is None:
        return "della seduta"
    quando = f"{giorno(seduta.inizio_previsto)} alle ore {ora(seduta.inizio_previsto)}"
    return f"della seduta convocata per {quando}"


def _dove(luogo: str, seduta: Seduta) -> str:
    distanza = "Ci si può collegare a distanza: l’indirizzo è nella scheda della seduta."
    return " ".join(
        filter(None, [f"Luogo: {luogo}." if luogo else "", distanza if seduta.collegamento else ""])
    )


def _urgenza(seduta: Seduta) -> str:
    return f"La seduta è urgente: {seduta.motivo_urgenza}." if seduta.motivo_urgenza else ""


def _perche(avviso: Avviso) -> str:
    return f"Motivo: {avviso.motivo}" if avviso.motivo else ""


def _punti(
    genere: GenereAtto,
    punti: Sequence[Punto],
    aggiunti: Sequence[PuntoAggiunto],
    *,
    pubbliche: bool,
) -> tuple[RigaPunto, ...]:
    if genere is GenereAtto.REVOCA:
        return ()
    return righe(aggiunti if genere is GenereAtto.INTEGRAZIONE else punti, pubbliche=pubbliche)


def _nota(punto: Punto | PuntoAggiunto) -> str:
    return "seduta non pubblica" if punto.su_persone else ""


def _chiusura(*, pubbliche: bool, aperta: bool) -> tuple[str, ...]:
    if not pubbliche:
        return (DOCUMENTI, GIUSTIFICA)
    return (ASSISTONO,) if aperta else ()
