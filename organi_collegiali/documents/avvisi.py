"""The frozen paper of a notice, and the page that it makes."""

from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.utils import timezone

from cpia.atti.carta import Congelato, Intestazione, Verifica, firma, intestazione, verifica
from cpia.atti.models import Protocollo
from cpia.atti.rules import data_estesa, etichetta_protocollo
from cpia.scuola.models import Persona
from organi_collegiali.documents.parole_avviso import Parole, RigaPunto
from organi_collegiali.enums import RegolaPresidente
from organi_collegiali.models import Avviso, Seduta
from organi_collegiali.rules import nomi

FOGLIO = "avviso_seduta"
MODELLO = "avviso-seduta/1"
TIPO, TIPO_INTEGRALE = "avviso_seduta", "avviso_seduta_integrale"
DAL_DIRIGENTE = (RegolaPresidente.DIRIGENTE, RegolaPresidente.DELEGATO)


@dataclass(frozen=True)
class FirmaAvviso(Congelato):
    """Who signs and in which quality; printed signature: D.Lgs. 39/1993, art. 3 c. 2."""

    nome: str
    qualifica: str
    a_mezzo_stampa: bool = True


@dataclass(frozen=True)
class ContestoAvviso(Congelato):
    """A notice as it is printed: letterhead, number, to whom, words, signature."""

    istituto: Intestazione
    luogo: str
    data: date
    destinatari: tuple[str, ...]
    oggetto: str
    capoversi: tuple[str, ...]
    punti: tuple[RigaPunto, ...]
    chiusura: tuple[str, ...]
    firma: FirmaAvviso
    verifica: Verifica
    protocollo: str

    @property
    def titolo(self) -> str:
        return self.oggetto

    @property
    def luogo_e_data(self) -> str:
        return f"{self.luogo}, {data_estesa(self.data)}"


def oggetto(parole: Parole, seduta: Seduta) -> str:
    """``Convocazione del Consiglio d’istituto, seduta n. 22``."""
    return f"{parole.oggetto}, {seduta}"


def contesto_avviso(
    avviso: Avviso,
    parole: Parole,
    protocollo: Protocollo,
    *,
    firmatario: Persona,
    codice_verifica: str,
    all_albo: bool,
) -> ContestoAvviso:
    """The paper of a notice on the day of its protocol number."""
    seduta = avviso.seduta
    data = timezone.localdate(protocollo.registrato_il)
    istituto = seduta.organo.istituto
    return ContestoAvviso(
        istituto=intestazione(istituto, seduta.organo.sede),
        luogo=istituto.comune,
        data=data,
        destinatari=_destinatari(seduta, all_albo=all_albo),
        oggetto=oggetto(parole, seduta),
        capoversi=parole.capoversi,
        punti=parole.punti,
        chiusura=parole.chiusura,
        firma=_firma(seduta, firmatario, data),
        verifica=verifica(istituto, codice_verifica),
        protocollo=etichetta_protocollo(protocollo.numero, data).capitalize(),
    )


def _destinatari(seduta: Seduta, *, all_albo: bool) -> tuple[str, ...]:
    ai = f"Ai componenti {nomi.di(seduta.organo.nome)}"
    return (ai, "All’albo online") if all_albo else (ai,)


def _firma(seduta: Seduta, firmatario: Persona, giorno: date) -> FirmaAvviso:
    del_dirigente = firma(firmatario, giorno)
    qualifica = del_dirigente.qualifica
    if seduta.organo.regola_presidente not in DAL_DIRIGENTE:
        articolo = "La" if firmatario.sesso == "F" else "Il"
        qualifica = f"{articolo} Presidente {nomi.di(seduta.organo.nome)}"
    return FirmaAvviso(del_dirigente.nome, qualifica, del_dirigente.a_mezzo_stampa)


def html_avviso(contesto: ContestoAvviso) -> str:
    """The page of a notice, to be printed with ``FOGLIO``."""
    return render_to_string("organi/invio/pdf/avviso.html", {"avviso": contesto})
