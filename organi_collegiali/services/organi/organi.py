"""Organs: formed, changed, renewed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import AttoRifiutato
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from cpia.scuola.models import Classe, Sede
from organi_collegiali.enums import Cambiamento, RegolaPresidente, RegolaSegretario, TipoOrgano
from organi_collegiali.models import Composizione, Mandato, OrganoCollegiale
from organi_collegiali.queries.cariche import in_carica
from organi_collegiali.rules.organi.composizione import Seggio
from organi_collegiali.services.organi.nomine import blocca_organo


@dataclass(frozen=True, slots=True)
class DatiOrgano:
    """What the office writes of an organ, and the seats that it has."""

    nome: str
    regola_presidente: RegolaPresidente
    regola_segretario: RegolaSegretario
    dal: date
    anziano_tra: str = ""
    riservato: bool = False
    organo_padre: OrganoCollegiale | None = None
    classe: Classe | None = None
    sede: Sede | None = None
    al: date | None = None
    seggi: tuple[Seggio, ...] = ()


CAMPI = (
    "nome", "regola_presidente", "regola_segretario", "dal", "anziano_tra", "riservato",
    "organo_padre", "classe", "sede", "al",
)  # fmt: skip


@transaction.atomic
def costituisce_organo(
    *, autore: Contesto, adesso: datetime, tipo: TipoOrgano, dati: DatiOrgano
) -> OrganoCollegiale:
    """Form an organ with its seats; who sits in it is said by the mandates.

    Of the office and the direction. Raises AttoRifiutato when another of that name is in force.
    """
    _esigi_nome_libero(autore, dati, None)
    organo = OrganoCollegiale.objects.create(
        istituto=autore.istituto, tipo=tipo, rinnovato_il=dati.dal, **_campi(dati)
    )
    _scrivi_seggi(organo, dati.seggi)
    annota(
        autore=autore, adesso=adesso, azione="costituisce organo", oggetto=organo,
        dati={"tipo": tipo, "nome": dati.nome},
    )  # fmt: skip
    return organo


@transaction.atomic
def modifica_organo(
    *, autore: Contesto, adesso: datetime, organo_id: int, dati: DatiOrgano
) -> OrganoCollegiale:
    """Change what is written of an organ and its seats. Raises AttoRifiutato."""
    organo = blocca_organo(autore, organo_id)
    _esigi_nome_libero(autore, dati, organo)
    primo = Mandato.objects.filter(organo=organo).order_by("dal").first()
    if primo is not None and dati.dal > primo.dal:
        testo = f"C’è già chi siede dal {primo.dal:%d/%m/%Y}: l’organo era costituito."
        raise AttoRifiutato([Violazione("dal_dopo_i_mandati", testo, "", "dal")])
    campi = _campi(dati)
    for campo, valore in campi.items():
        setattr(organo, campo, valore)
    organo.save(update_fields=list(campi))
    _scrivi_seggi(organo, dati.seggi)
    annota(
        autore=autore, adesso=adesso, azione="modifica organo", oggetto=organo,
        dati={"nome": dati.nome, "seggi": len(dati.seggi)},
    )  # fmt: skip
    return organo


@transaction.atomic
def rinnova_organo(
    *, autore: Contesto, adesso: datetime, organo_id: int, dal: date, atto: str = ""
) -> int:
    """Renew an organ: all who do not sit by right end the day before; say how many.

    The numbers that restart at each mandate restart from ``dal``. Raises AttoRifiutato.
    """
    organo = blocca_organo(autore, organo_id)
    if dal <= (organo.rinnovato_il or organo.dal):
        testo = f"L’ultimo rinnovo è del {organo.rinnovato_il or organo.dal:%d/%m/%Y}."
        raise AttoRifiutato([Violazione("rinnovo_indietro", testo, "", "dal")])
    cessano = list(
        Mandato.objects.select_for_update()
        .filter(in_carica(dal), organo=organo, dal__lt=dal)
        .exclude(titolo="di_diritto")
    )
    for mandato in cessano:
        mandato.al, mandato.cessato_per = dal - timedelta(days=1), Cambiamento.RINNOVO
    Mandato.objects.bulk_update(cessano, ["al", "cessato_per"])
    organo.rinnovato_il = dal
    organo.save(update_fields=["rinnovato_il"])
    annota(
        autore=autore, adesso=adesso, azione="rinnova organo", oggetto=organo,
        dati={"dal": dal.isoformat(), "cessati": [m.pk for m in cessano], "atto": atto},
    )  # fmt: skip
    return len(cessano)


def _campi(dati: DatiOrgano) -> dict[str, object]:
    return {campo: getattr(dati, campo) for campo in CAMPI}


def _esigi_nome_libero(autore: Contesto, dati: DatiOrgano, organo: OrganoCollegiale | None) -> None:
    altri = OrganoCollegiale.objects.filter(istituto=autore.istituto, nome=dati.nome)
    if organo is not None:
        altri = altri.exclude(pk=organo.pk)
    if altri.exclude(al__lt=dati.dal).exists():
        testo = "Un organo con questo nome c’è già."
        raise AttoRifiutato([Violazione("nome_usato", testo, "", "nome")])


def _scrivi_seggi(organo: OrganoCollegiale, seggi: Sequence[Seggio]) -> None:
    Composizione.objects.filter(organo=organo).delete()
    Composizione.objects.bulk_create(
        Composizione(
            istituto_id=organo.istituto_id, organo=organo, componente=seggio.componente,
            posti=seggio.posti, con_voto=seggio.con_voto, titolo=seggio.titolo,
            fonte=seggio.fonte,
        )
        for seggio in seggi
    )  # fmt: skip
