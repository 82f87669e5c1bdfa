"""What a notice leaves with who is convened: a message in the portal and by mail.

Outside the portal nobody is named: an item on persons has its public title, a reserved sitting
only says that it is one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from cpia.avvisi.services import Avviso as Messaggio
from cpia.avvisi.services import metti_in_uscita
from cpia.scuola.models import Persona
from organi_collegiali.documents import inviti, messaggi_avviso
from organi_collegiali.documents.parole_avviso import Parole
from organi_collegiali.models import Avviso, Convocato
from organi_collegiali.services.invio.uscita_avvisi import NON_PIU, PREFISSO, SUPPLENTE


def manda(avviso: Avviso, convocati: Iterable[Convocato], fuori: Parole, adesso: datetime) -> int:
    """Write the message of a notice for each of the convened; how many are new. Two queries.

    It goes by mail at once, also to who wants one mail a day: a term runs. Who is invited without
    a vote has words of his or her own.
    """
    dei_componenti = messaggi_avviso.messaggio(
        avviso.seduta, messaggi_avviso.per_i_componenti(fuori)
    )
    degli_invitati = messaggi_avviso.messaggio(
        avviso.seduta, messaggi_avviso.per_gli_invitati(fuori)
    )
    return _spedisci(
        avviso,
        [
            _Lettera(
                f"{PREFISSO}.{avviso.pk}.{convocato.persona_id}",
                f"{PREFISSO}.{avviso.genere}",
                convocato.persona,
                *(dei_componenti if convocato.mandato_id else degli_invitati),
            )
            for convocato in convocati
        ],
        adesso,
    )


@dataclass(frozen=True)
class _Lettera:
    """Whom, under which key and kind, with which words."""

    chiave: str
    tipo: str
    a: Persona
    oggetto: str
    testo: str


def _spedisci(avviso: Avviso, lettere: Iterable[_Lettera], adesso: datetime) -> int:
    """Write these letters to the outbox, each of this notice. Two queries."""
    indirizzo = inviti.indirizzo(avviso.seduta)
    return metti_in_uscita(
        istituto_id=avviso.istituto_id,
        avvisi=[
            Messaggio(
                chiave=lettera.chiave,
                tipo=lettera.tipo,
                riferimento=str(avviso.pk),
                destinatario=lettera.a,
                oggetto=lettera.oggetto[:200],
                testo=lettera.testo,
                indirizzo=indirizzo,
                subito=True,
            )
            for lettera in lettere
        ],
        adesso=adesso,
    )


def manda_al_supplente(
    avviso: Avviso, persona: Persona, parole: tuple[str, str], adesso: datetime, *, siede: bool
) -> None:
    """Tell a substitute that he or she sits, or no longer does, under a key of this instant.

    A titular may change idea more than once, and each time the substitute is told.
    """
    tipo = SUPPLENTE if siede else NON_PIU
    chiave = f"{tipo}.{avviso.pk}.{persona.pk}.{int(adesso.timestamp())}"
    _spedisci(avviso, [_Lettera(chiave, tipo, persona, *parole)], adesso)
