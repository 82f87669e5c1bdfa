"""Who reads the criteria, who writes a draft, who adopts, who sees the anonymous numbers."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404

from bonus_merito.access.base import parte, procedura
from bonus_merito.enums import StatoCriteri
from bonus_merito.models import AreaDeiCriteri, Criteri, Criterio, Procedura
from bonus_merito.queries.criteri.lettura import CON
from bonus_merito.queries.visibili import PREPARANO, Veste
from bonus_merito.queries.visibili import criteri as criteri_visibili
from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico

V = Veste


@dataclass(frozen=True)
class Letti:
    """A version with the parts that the person has in the bonus."""

    criteri: Criteri
    vesti: frozenset[Veste]

    @property
    def scrive(self) -> bool:
        """Whether the person writes in it now."""
        return self.prepara and self.criteri.stato == StatoCriteri.BOZZA

    @property
    def prepara(self) -> bool:
        return not self.vesti.isdisjoint(PREPARANO)

    @property
    def adotta(self) -> bool:
        return V.DIRIGENTE in self.vesti and self.criteri.stato == StatoCriteri.BOZZA


def versione(contesto: Contesto, pk: int) -> Letti:
    """A version that the person may read."""
    tenute = parte(contesto)
    trovata = criteri_visibili(contesto).select_related(*CON).filter(pk=pk).first()
    if trovata is None:
        raise Http404
    return Letti(trovata, tenute)


def versione_da_scrivere(contesto: Contesto, pk: int) -> Letti:
    """A version that the person may write, or send to the albo: 403 for who only reads it."""
    letti = versione(contesto, pk)
    if not letti.prepara:
        raise PermissionDenied
    return letti


def versione_da_adottare(contesto: Contesto, pk: int) -> Letti:
    """A version whose adoption the person may record: who directs."""
    letti = versione(contesto, pk)
    if V.DIRIGENTE not in letti.vesti:
        raise PermissionDenied
    return letti


def area_da_scrivere(contesto: Contesto, pk: int) -> tuple[AreaDeiCriteri, Letti]:
    """An area of a version, with it."""
    area = AreaDeiCriteri.objects.filter(istituto=contesto.istituto, pk=pk).first()
    if area is None:
        raise Http404
    return area, versione_da_scrivere(contesto, area.criteri_id)


def criterio_da_scrivere(contesto: Contesto, pk: int) -> tuple[Criterio, Letti]:
    """A criterion of a version, with it."""
    trovato = (
        Criterio.objects.select_related("area").filter(istituto=contesto.istituto, pk=pk).first()
    )
    if trovato is None:
        raise Http404
    return trovato, versione_da_scrivere(contesto, trovato.area.criteri_id)


def esige_preparazione(contesto: Contesto) -> None:
    """404 for who has no part, 403 for who neither directs nor keeps the office."""
    parte(contesto, *PREPARANO)


def anno_del_fondo(contesto: Contesto, pk: int) -> AnnoScolastico:
    """A school year whose money the person may write."""
    parte(contesto, *PREPARANO)
    trovato = AnnoScolastico.objects.filter(istituto=contesto.istituto, pk=pk).first()
    if trovato is None:
        raise Http404
    return trovato


def procedura_in_numeri(contesto: Contesto, pk: int) -> Procedura:
    """A procedure whose anonymous numbers the person may see: the Comitato, who directs."""
    return procedura(contesto, pk, V.DIRIGENTE, V.COMITATO)
