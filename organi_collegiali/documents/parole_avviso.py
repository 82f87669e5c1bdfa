"""The words of a notice: those that are signed, printed and sent.

``pubbliche`` are the words that anybody may read on the albo: an item on persons has no names
there, a reserved one only says that it is (D.Lgs. 297/1994 art. 43).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cpia.atti.carta import Congelato
from cpia.scuola.parole import data_estesa, elenco, giorno, ora
from organi_collegiali.enums import GenereAtto, Platea, StatoSeduta
from organi_collegiali.models import Avviso, Convocato, Punto, PuntoAggiunto, Seduta
from organi_collegiali.queries.invio.convocabili import soli_punti
from organi_collegiali.queries.riserbo import RISERVATO
from organi_collegiali.rules import nomi

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
    invitati: Sequence[Convocato] = (),
    pubbliche: bool = False,
    aperta: bool = False,
) -> Parole:
    """The words of a notice as the sitting is now; ``aperta``: the electors may attend.

    Of who is invited (``invitati``, with the items of each) it says the quality, never the name;
    outside nothing of who is invited only to what is reserved.
    """
    genere = GenereAtto(avviso.genere)
    detti = [i for i in invitati if not (pubbliche and _solo_a_riservati(i))]
    chiusura = () if genere is GenereAtto.REVOCA else _chiusura(pubbliche=pubbliche, aperta=aperta)
    titolo = AGGIORNAMENTO if _prosegue(seduta) else OGGETTI[genere]
    return Parole(
        oggetto=f"{titolo} {nomi.di(seduta.organo.nome)}",
        capoversi=tuple(
            filter(None, [*_capoversi(genere, avviso, seduta), _invitati(genere, detti)])
        ),
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
    """``mercoledì 10 giugno 2026, ore 17.30–19.30, aula magna``."""
    if seduta.inizio_previsto is None:
        return ""
    fine = f"–{ora(seduta.fine_prevista)}" if seduta.fine_prevista else ""
    ore = f"ore {ora(seduta.inizio_previsto)}{fine}"
    parti = [giorno(seduta.inizio_previsto), ore, seduta.luogo]
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


def _invitati(genere: GenereAtto, invitati: Sequence[Convocato]) -> str:
    """``Partecipano su invito, senza diritto di voto: DSGA; esperta (punto 3)`` (`001` art. 13)."""
    if genere not in (GenereAtto.CONVOCAZIONE, GenereAtto.SECONDA):
        return ""
    chi = dict.fromkeys(_invitato(invitato) for invitato in invitati)
    return f"Partecipano su invito, senza diritto di voto: {'; '.join(chi)}." if chi else ""


def _solo_a_riservati(invitato: Convocato) -> bool:
    punti = [invito.punto for invito in invitato.inviti_ai_punti.all()]
    return bool(punti) and all(punto.riservato or punto.su_persone for punto in punti)


def _invitato(invitato: Convocato) -> str:
    numeri = soli_punti(invitato)
    if not numeri:
        return invitato.qualifica
    return f"{invitato.qualifica} ({'punto' if len(numeri) == 1 else 'punti'} {elenco(numeri)})"


def _convocato(genere: GenereAtto, seduta: Seduta) -> str:
    nome = seduta.organo.nome
    quando = f"{giorno(seduta.inizio_previsto)} alle ore {ora(seduta.inizio_previsto)}"  # type: ignore[arg-type]
    platea = "" if seduta.platea == Platea.TUTTI else f" ({Platea(seduta.platea).etichetta})"
    return (
        f"{nomi.con_articolo(nome)} è {nomi.accorda(nome, 'convocato')} "
        f"{_in_che_seduta(genere, seduta)} {quando}{platea}.{_fine(seduta.fine_prevista)}"
    )


def _fine(fine: datetime | None) -> str:
    """From this hour the minutes are counted after which a sitting may be adjourned."""
    return f" La fine è prevista alle ore {ora(fine)}." if fine else ""


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
    fine = _fine(fine_spostata(seduta, avviso.nuovo_inizio))
    return f"La seduta già {gia} è rinviata a {nuovo}.{fine} L’ordine del giorno non cambia."


def fine_spostata(seduta: Seduta, nuovo_inizio: datetime) -> datetime | None:
    """When a sitting ends that begins at another hour: it lasts as long."""
    if seduta.fine_prevista is None or seduta.inizio_previsto is None:
        return None
    return seduta.fine_prevista + (nuovo_inizio - seduta.inizio_previsto)


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
