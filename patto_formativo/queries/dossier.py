"""What the pages of a dossier show: certificate, deliberations, kinds, another order on trial."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Q, QuerySet
from django.utils import timezone

from cpia.atti.models import Documento
from cpia.scuola.models import Persona
from organi_collegiali.enums import TipoOrgano
from organi_collegiali.models import Delibera
from patto_formativo.enums import Natura, Percorso, TipoEvidenza
from patto_formativo.models import Certificato, Dossier, Evidenza, Versione
from patto_formativo.queries.commissione import TIPI
from patto_formativo.queries.crediti import Contata, ContoCrediti, in_ordine
from patto_formativo.rules.crediti.parole import Quadro, regola_in_breve
from patto_formativo.rules.crediti.tabella import Riga, Tabella


@dataclass(frozen=True)
class TipoAmmesso:
    """A kind of evidence that a path knows, with what its row gives."""

    tipo: TipoEvidenza
    riga: Riga
    breve: str


@dataclass(frozen=True)
class Mossa:
    """A piece of evidence in an order on trial, and the orders that move it."""

    riga: Contata
    adesso: Fraction
    su: str
    giu: str

    @property
    def scarto(self) -> Fraction:
        """Hours that this order gives it more, or less, than the order of the dossier."""
        return self.riga.riconosciute - self.adesso


@dataclass(frozen=True)
class ProvaOrdine:
    """What the dossier would give in another order."""

    conto: ContoCrediti
    mosse: tuple[Mossa, ...]
    diverso: bool


def carte_di(certificato: Certificato) -> list[Documento]:
    """The certificate and the dossier that went with it, as they were prepared. One query."""
    return list(
        Documento.objects.filter(
            istituto=certificato.istituto_id, protocollo=certificato.protocollo_id
        ).order_by("pk")
    )


def deliberano(dossier: Dossier) -> QuerySet[Delibera]:
    """What may attest a dossier, the newest first: deliberated since it was valued.

    By the Commission, or by the section that has the agreement of the person; while the agreement
    was sent to none, by a section that is not of another site (Regolamento della Commissione,
    art. 4 and 11). Two queries.
    """
    righe = Delibera.objects.filter(istituto=dossier.istituto_id, organo__tipo__in=TIPI)
    if dossier.valutato_il is None:
        return righe.none()
    sezione = _sezione_di(dossier)
    if sezione is not None:
        sua = Q(organo=sezione)
    else:
        sua = Q(organo__sede__isnull=True) | Q(organo__sede=dossier.corsista.offerta.sede_id)
    righe = righe.filter(Q(organo__tipo=TipoOrgano.COMMISSIONE_PFI.value) | sua)
    dal = timezone.localdate(dossier.valutato_il)
    righe = righe.filter(adottata_il__date__gte=dal)
    return righe.select_related("organo").order_by("-adottata_il", "-numero")


def _sezione_di(dossier: Dossier) -> int | None:
    righe = Versione.objects.filter(
        istituto=dossier.istituto_id, patto__corsista=dossier.corsista_id, sezione__isnull=False
    )
    return righe.order_by("-numero").values_list("sezione_id", flat=True).first()


def nomi_di_chi_ha_inserito(evidenze: Sequence[Evidenza]) -> Mapping[int, str]:
    """Who put each piece of evidence there. One query."""
    chi = Persona.objects.filter(pk__in={e.inserita_da_id for e in evidenze})
    return {persona.pk: persona.nome_e_cognome for persona in chi}


def tipi_ammessi(percorso: Percorso, quadro: Quadro) -> dict[Natura, list[TipoAmmesso]]:
    """The kinds of evidence that give something on a path, by nature, in the order of the table."""
    per_natura: dict[Natura, list[TipoAmmesso]] = {natura: [] for natura in Natura}
    for tipo in TipoEvidenza:
        riga = quadro.tabella.righe[tipo]
        if percorso in riga.percorsi:
            ammesso = TipoAmmesso(tipo, riga, regola_in_breve(riga, quadro))
            per_natura[riga.natura].append(ammesso)
    return per_natura


def contrasto_di(tipo: str, tabella: Tabella) -> Riga | None:
    """The row of a kind on which two sources do not agree."""
    riga = tabella.righe[TipoEvidenza(tipo)] if tipo else None
    return riga if riga and riga.in_contrasto_con else None


def prova_ordine(conto: ContoCrediti, ordine: Sequence[int]) -> ProvaOrdine:
    """The same evidence in another order. Nothing is written. No query."""
    evidenze = in_ordine(conto.evidenze, ordine)
    prova = conto.con(evidenze)
    adesso = {riga.evidenza.pk: riga.riconosciute for riga in conto.righe}
    chiavi = [str(e.pk) for e in evidenze]
    mosse = tuple(
        Mossa(
            riga,
            adesso[riga.evidenza.pk],
            _scambiate(chiavi, posto, posto - 1),
            _scambiate(chiavi, posto, posto + 1),
        )
        for posto, riga in enumerate(prova.righe)
    )
    return ProvaOrdine(prova, mosse, [e.pk for e in evidenze] != [e.pk for e in conto.evidenze])


def _scambiate(chiavi: Sequence[str], posto: int, altro: int) -> str:
    """The order with two neighbours exchanged; nothing beyond the ends."""
    if not 0 <= altro < len(chiavi):
        return ""
    nuove = list(chiavi)
    nuove[posto], nuove[altro] = nuove[altro], nuove[posto]
    return ",".join(nuove)
