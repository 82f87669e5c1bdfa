"""A contract as the rules take it, from its row and those of what happened since."""

from fractions import Fraction

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Prefetch, QuerySet

from cpia.atti.models import Documento
from selezioni_pon.enums import Provenienza, Rimedio, StatoAutorizzazione, TipoContratto
from selezioni_pon.models import Avviso, Contratto, Proposta, VerificaIncarico
from selezioni_pon.queries.bando import compenso_di
from selezioni_pon.queries.incarichi.dichiarato import Dichiarato
from selezioni_pon.rules import contratti as regole
from selezioni_pon.rules.stipula import compenso_di as per_ore
from selezioni_pon.rules.svolgimento import Passo, Vicenda

CON = (
    "istituto", "documento", "protocollo", "pubblicazione", "proposta__candidatura__persona",
    "proposta__candidatura__avviso__selezione__progetto__anno_scolastico",
    "proposta__graduatoria__protocollo",
)  # fmt: skip


def con_verifiche(righe: QuerySet[Contratto]) -> QuerySet[Contratto]:
    """With all that ``vicenda_di`` asks. One query more."""
    verifiche = VerificaIncarico.objects.order_by("pk")
    return righe.select_related(*CON).prefetch_related(Prefetch("verifiche", verifiche))


def da_stampare(contratto: Contratto) -> list[Documento]:
    """The letter or the contract, and its longer ends, that are not printed yet. One query."""
    carte = [contratto.documento]
    carte += [una.documento for una in contratto.proroghe.select_related("documento")]
    return [carta for carta in carte if carta is not None and not carta.impronta]


def contratto_di(proposta: Proposta) -> Contratto | None:
    """That of a proposal, if it is written; no query where it was read with it."""
    try:
        trovato: Contratto = proposta.contratto
    except ObjectDoesNotExist:
        return None
    return trovato


def avviso_di(contratto: Contratto) -> Avviso:
    """Its call. No query."""
    avviso: Avviso = contratto.proposta.candidatura.avviso
    return avviso


def vicenda_di(contratto: Contratto) -> Vicenda:
    """How it went so far; no query where it was read by ``con_verifiche``."""
    pubblicazione = contratto.pubblicazione
    valida = pubblicazione is not None and pubblicazione.annullata_il is None
    return Vicenda(
        tipo=TipoContratto(contratto.tipo),
        emesso=contratto.documento_id is not None,
        firmato=contratto.firmato_il is not None,
        pubblicato_il=pubblicazione.dal if pubblicazione is not None and valida else None,
        fine=per_le_regole(contratto).fine,
        ore=Fraction(contratto.ore),
        chiuso=contratto.chiuso_il is not None,
        passi=tuple(
            Passo(una.data, Rimedio(una.rimedio), Fraction(una.svolte), una.importo, una.entro)
            for una in contratto.verifiche.all()
        ),
        provenienza=Provenienza(contratto.provenienza) if contratto.provenienza else None,
        esente=contratto.autorizzazione == StatoAutorizzazione.NON_SERVE,
        comunicato_il=contratto.comunicato_il,
        compensi_comunicati=contratto.compensi_comunicati,
    )


def per_le_regole(contratto: Contratto) -> regole.Contratto:
    """A contract as the rules compare it with others. No query where its proposal is there."""
    candidatura = contratto.proposta.candidatura
    return regole.Contratto(
        posto=f"avviso {candidatura.avviso_id}",
        persona=str(candidatura.persona_id),
        dal=contratto.dal,
        al=contratto.al,
        compenso=contratto.compenso,
        chiuso_il=contratto.chiuso_il,
    )


def altri_di(contratto: Contratto) -> list[regole.Contratto]:
    """The others of the same call that were issued. One query."""
    righe = Contratto.objects.filter(
        istituto_id=contratto.istituto_id,
        proposta__candidatura__avviso=avviso_di(contratto),
        documento__isnull=False,
    ).exclude(pk=contratto.pk)
    return [per_le_regole(riga) for riga in righe.select_related("proposta__candidatura")]


def orario_di(avviso: Avviso, dichiarato: Dichiarato) -> int:
    """The pay of an hour in cents: what the person asked for, else the most that the call pays."""
    compenso = compenso_di(avviso)
    if compenso is None or compenso.fisso or dichiarato.offerta is None:
        return compenso.massimo if compenso else 0
    return dichiarato.offerta


def offerta_di(avviso: Avviso, dichiarato: Dichiarato, ore: Fraction) -> regole.Offerta:
    """What the call allows for so many hours. Raises ValueError for one without its figures."""
    compenso = compenso_di(avviso)
    if compenso is None or avviso.dal is None or avviso.al is None:
        raise ValueError("un avviso pubblicato ha il compenso e il periodo")
    chiesto = None
    if dichiarato.offerta is not None and not compenso.fisso:
        chiesto = per_ore(dichiarato.offerta, ore)
    return regole.Offerta(avviso.dal, avviso.al, per_ore(compenso.massimo, ore), chiesto)
