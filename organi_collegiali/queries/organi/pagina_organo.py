"""One organ on its page: who sits for whom, who left, what was voted, the rules in force."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from cpia.norme.enums import Origine
from cpia.norme.queries.regolamenti import TemaLetto, Voce, temi_letti
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from organi_collegiali.enums import Componente, StatoSeduta
from organi_collegiali.models import Composizione, Elezione, Mandato, OrganoCollegiale, Seduta
from organi_collegiali.queries.cariche import in_carica
from organi_collegiali.queries.organi.decadenze import assenze_di
from organi_collegiali.queries.organi.durata import anticipo_del_rinnovo, da_rinnovare
from organi_collegiali.queries.organi.giunta import fuori_dal_consiglio
from organi_collegiali.queries.organi.quadro_organi import DA_TENERE
from organi_collegiali.queries.organi.seggi import contrasto_con_la_legge, seggi_occupati
from organi_collegiali.queries.riserbo import vedo
from organi_collegiali.rules.organi.composizione import Seggio
from organi_collegiali.rules.organi.decadenza import GiudizioAssenze
from organi_collegiali.rules.organi.seggi import SeggioOccupato

# The page tells of the last ones; the registers hold them all.
ULTIME = 8
# Beyond so many the names are opened when one asks for them.
MOLTI = 30
CARICHE = ("presidente", "vicepresidente", "segretario", "")
IN_PREPARAZIONE = [StatoSeduta.BOZZA.value, StatoSeduta.ALLA_FIRMA.value]


@dataclass(frozen=True, slots=True)
class Membro:
    """Somebody who sits today."""

    mandato: Mandato
    assenze: GiudizioAssenze | None
    scade_presto: bool
    supplenti: tuple[Mandato, ...]
    contro: tuple[Violazione, ...] = ()


@dataclass(frozen=True, slots=True)
class Gruppo:
    """The members of one component, with the seats that it has."""

    componente: Componente
    seggi: tuple[SeggioOccupato, ...]
    membri: tuple[Membro, ...]

    @property
    def votanti(self) -> int:
        return sum(1 for membro in self.membri if membro.mandato.con_voto)

    @property
    def vacanti(self) -> int:
        return sum(seggio.vacanti for seggio in self.seggi)

    @property
    def molti(self) -> bool:
        """Whether they are too many to be read at once."""
        return len(self.membri) > MOLTI

    @property
    def con_carica(self) -> list[Membro]:
        return [membro for membro in self.membri if membro.mandato.carica]

    @property
    def quanti(self) -> str:
        """«8 di 8», «23», «1 di 2»."""
        posti = [seggio.seggio.posti for seggio in self.seggi if seggio.seggio.con_voto]
        numeri = [numero for numero in posti if numero is not None]
        tutti = posti and len(numeri) == len(posti)
        return f"{self.votanti} di {sum(numeri)}" if tutti else str(len(self.membri))


@dataclass(frozen=True, slots=True)
class Regole:
    """The parameters of an organ: what the school has written, what comes from elsewhere."""

    della_scuola: tuple[Voce, ...]
    di_legge: tuple[Voce, ...]

    @property
    def contrasti_della_scuola(self) -> list[Voce]:
        """What the school has written and another source says otherwise: to be read first."""
        return [v for v in self.della_scuola if v.valore.in_contrasto_con]

    @property
    def contrasti_di_legge(self) -> list[Voce]:
        """Where the law itself is read in two ways: the same in every organ."""
        return [v for v in self.di_legge if v.valore.in_contrasto_con]


def gruppi(organo: OrganoCollegiale, contesto: Contesto, *, assenze: bool) -> list[Gruppo]:
    """Who sits today by component, in the order of the law.

    Five queries, two less without the absences, one more of a Giunta.
    """
    oggi = contesto.oggi
    righe = list(Mandato.objects.filter(in_carica(oggi), organo=organo).select_related("persona"))
    posti = list(Composizione.objects.filter(organo=organo))
    supplenti: dict[int, list[Mandato]] = defaultdict(list)
    for mandato in righe:
        if mandato.supplente_di_id:
            supplenti[mandato.supplente_di_id].append(mandato)
    giudizi = assenze_di(organo, oggi) if assenze else {}
    anticipo = anticipo_del_rinnovo(organo.istituto_id, oggi)
    titolari = [mandato for mandato in righe if not mandato.supplente_di_id]
    seggi = seggi_occupati(posti, titolari)
    contro = fuori_dal_consiglio(organo, titolari, oggi)
    membri = [
        Membro(
            mandato, giudizi.get(mandato.pk), da_rinnovare(mandato, oggi, anticipo),
            tuple(supplenti[mandato.pk]), contro.get(mandato.pk, ()),
        )
        for mandato in sorted(titolari, key=_di_ufficio_prima)
    ]  # fmt: skip
    tutti = [_gruppo(componente, seggi, membri) for componente in Componente]
    return [gruppo for gruppo in tutti if gruppo.membri or gruppo.seggi]


def _di_ufficio_prima(mandato: Mandato) -> tuple[bool, int]:
    """Who presides, then who holds another office, then by name, who does not vote last."""
    return not mandato.con_voto, CARICHE.index(mandato.carica)


def _gruppo(
    componente: Componente, seggi: Sequence[SeggioOccupato], membri: Sequence[Membro]
) -> Gruppo:
    return Gruppo(
        componente,
        tuple(seggio for seggio in seggi if seggio.seggio.componente is componente),
        tuple(membro for membro in membri if membro.mandato.componente == componente),
    )


def cessati(organo: OrganoCollegiale, giorno: date) -> list[Mandato]:
    """Who left before the term, the latest first, with who came in their place. One query."""
    return list(
        Mandato.objects.filter(organo=organo, al__lt=giorno)
        .exclude(cessato_per="")
        .exclude(titolo="di_diritto")
        .select_related("persona", "subentro__persona")
        .order_by("-al", "-id")[:ULTIME]
    )


def sedute(organo: OrganoCollegiale, contesto: Contesto, *, ufficio: bool) -> list[Seduta]:
    """The last sittings and those to come: for the office all, for a member the own ones.

    One query. Of the reserved ones that were held only who sat is told.
    """
    righe = Seduta.objects.filter(organo=organo)
    mie = vedo(contesto) & ~Q(stato__in=IN_PREPARAZIONE)
    viste = mie
    if ufficio:
        viste |= Q(riservata=False) | Q(stato__in=[*IN_PREPARAZIONE, *DA_TENERE])
    return list(righe.filter(viste).distinct().order_by("-inizio_previsto", "-id")[:ULTIME])


def elezioni(organo: OrganoCollegiale) -> list[Elezione]:
    """The elections of the organ, the latest first. One query."""
    return list(organo.elezioni.order_by("-votata_il", "-id")[:ULTIME])


def le_regole(organo: OrganoCollegiale, giorno: date) -> Regole:
    """The parameters in force, with their article and the other source. One query."""
    letti: list[TemaLetto] = temi_letti(organo.istituto_id, giorno, organo.norma)
    voci = [voce for tema in letti for voce in tema.voci]
    scritte = [voce for voce in voci if voce.valore.origine is Origine.REGOLAMENTO]
    return Regole(
        tuple(scritte),
        tuple(voce for voce in voci if voce.valore.origine is not Origine.REGOLAMENTO),
    )


def altra_composizione(organo: OrganoCollegiale, contesto: Contesto) -> tuple[Seggio, ...]:
    """The seats of the law, where those of the organ are others. One query."""
    righe = list(Composizione.objects.filter(organo=organo))
    return contrasto_con_la_legge(organo, righe, contesto.istituto)
