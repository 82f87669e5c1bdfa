"""The frozen words of the extract of a deliberation, and the page that they make."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.utils import timezone

from cpia.atti.carta import Congelato, Firma, Intestazione, Verifica, firma, intestazione, verifica
from cpia.atti.rules import data_estesa
from cpia.scuola.models import Persona
from cpia.scuola.parole import con_maiuscola
from organi_collegiali.enums import FormaVotazione, TipoOrgano
from organi_collegiali.models import Delibera, OrganoCollegiale, Seduta
from organi_collegiali.rules.delibere import premesse

FOGLIO = "estratto"
MODELLO = "estratto-delibera/1"
TIPO = "estratto_delibera"
ARTICOLI = {
    TipoOrgano.SEZIONE_COLLEGIO: "La",
    TipoOrgano.GIUNTA: "La",
    TipoOrgano.COMMISSIONE_PFI: "La",
    TipoOrgano.SEZIONE_PFI: "La",
    TipoOrgano.COMMISSIONE_AVVISO: "La",
    TipoOrgano.ORGANO_GARANZIA: "L’",
    TipoOrgano.ASSEMBLEA_GENITORI: "L’",
}


@dataclass(frozen=True)
class ContestoEstratto(Congelato):
    """An extract as it is printed: who deliberated what, how it was voted, who kept the minutes."""

    istituto: Intestazione
    organo: str
    numero: int
    data: date
    oggetto: str
    soggetto: str
    premesse: tuple[str, ...]
    come: str
    contrari: tuple[str, ...]
    testo: str
    esecutiva: bool
    allegati: tuple[str, ...]
    luogo: str
    emesso: date
    firma: Firma
    verifica: Verifica
    seduta: str = ""
    presidente: str = ""
    segretario: str = ""

    @property
    def titolo(self) -> str:
        return f"Delibera n. {self.numero} del {data_estesa(self.data)} – {self.organo}"

    @property
    def luogo_e_data(self) -> str:
        return f"{self.luogo}, {data_estesa(self.emesso)}"


def contesto_estratto(
    delibera: Delibera,
    firmatario: Persona,
    *,
    contrari: Sequence[str],
    allegati: Sequence[str],
    emesso: date,
    codice_verifica: str,
) -> ContestoEstratto:
    """The words of the extract of a deliberation on the day on which it is made."""
    seduta = delibera.seduta
    return ContestoEstratto(
        istituto=intestazione(delibera.istituto),
        organo=delibera.organo.nome,
        numero=delibera.numero,
        data=timezone.localdate(delibera.adottata_il),
        oggetto=delibera.oggetto,
        soggetto=soggetto(delibera.organo),
        premesse=tuple(map(str, premesse.leggi(delibera.premesse))),
        come=con_maiuscola(come_si_e_votato(delibera)),
        contrari=tuple(contrari),
        testo=delibera.testo,
        esecutiva=delibera.esecutiva,
        allegati=tuple(allegati),
        luogo=delibera.istituto.comune,
        emesso=emesso,
        firma=firma(firmatario, emesso),
        verifica=verifica(delibera.istituto, codice_verifica),
        seduta=_seduta(seduta),
        presidente=_nome(seduta.presiede if seduta else None),
        segretario=_nome(seduta.verbalizza if seduta else None),
    )


def soggetto(organo: OrganoCollegiale) -> str:
    """Who deliberates, with its article: ``Il Consiglio d’istituto``, ``La Giunta esecutiva``."""
    tipo = TipoOrgano(organo.tipo)
    articolo = ARTICOLI.get(tipo, "Il")
    stacco = "" if articolo.endswith("’") else " "
    return f"{articolo}{stacco}{tipo.etichetta}"


def come_si_e_votato(delibera: Delibera) -> str:
    """``con votazione palese, all’unanimità dei 13 presenti``; an act of one person has no vote."""
    if delibera.seduta_id is None:
        return delibera.come
    forma = FormaVotazione(delibera.forma).etichetta
    return f"con votazione {forma}, {delibera.come}"


def _seduta(seduta: Seduta | None) -> str:
    if seduta is None or seduta.inizio_previsto is None:
        return ""
    giorno = timezone.localdate(seduta.aperta_il or seduta.inizio_previsto)
    return f"Estratto dal verbale della seduta n. {seduta.numero} del {data_estesa(giorno)}"


def _nome(persona: Persona | None) -> str:
    return persona.nome_e_cognome if persona else ""


def html_estratto(contesto: ContestoEstratto) -> str:
    """The page of an extract, to be printed with ``FOGLIO``."""
    return render_to_string("organi/delibere/pdf/estratto.html", {"estratto": contesto})
