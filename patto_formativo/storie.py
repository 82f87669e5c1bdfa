"""The histories of applications, persons, agreements and groups: who may read them, their names."""

from collections.abc import Collection
from typing import Any

from django.http import Http404

from cpia.atti.storie import chi_apre, registra_parole, registra_storia
from cpia.scuola.access import Contesto
from patto_formativo import glossario
from patto_formativo.access.corsisti import corsista
from patto_formativo.models import Corsista, DomandaIscrizione, Dossier, Gruppo, Versione
from patto_formativo.queries.frequenza.gruppi import gruppi_visibili
from patto_formativo.queries.visibili import DIREZIONE, SCUOLA, UFFICIO


def registra() -> None:
    """Make them known to the register."""
    registra_storia(
        Corsista._meta.label_lower,
        puo_vedere=chi_apre(_della_scuola),
        nome=lambda contesto, pk: str(_della_scuola(contesto, pk).persona),
    )
    for modello, di_chi in ((Dossier, "corsista_id"), (Versione, "patto__corsista_id")):
        _registra_di(modello, di_chi)
    registra_storia(
        DomandaIscrizione._meta.label_lower, puo_vedere=_domanda_visibile, nome=_nome_domanda
    )
    registra_storia(
        Gruppo._meta.label_lower,
        puo_vedere=lambda contesto, pk: gruppi_visibili(contesto).filter(pk=pk).exists(),
        nome=lambda contesto, pk: str(gruppi_visibili(contesto).get(pk=pk)),
    )
    registra_parole(
        azioni=glossario.AZIONI,
        campi=glossario.CAMPI,
        valori=glossario.VALORI,
        nomi={"corsista": corsisti},
        elenchi={"corsisti": corsisti},
    )


def _della_scuola(contesto: Contesto, pk: int) -> Corsista:
    return corsista(contesto, pk, *SCUOLA)


def _registra_di(modello: type[Any], di_chi: str) -> None:
    """What hangs on a person is read by who reads the person."""

    def carica(contesto: Contesto, pk: int) -> Corsista:
        righe = modello.objects.filter(istituto=contesto.istituto, pk=pk)
        chi = righe.values_list(di_chi, flat=True).first()
        if chi is None:
            raise Http404
        return _della_scuola(contesto, chi)

    registra_storia(
        modello._meta.label_lower,
        puo_vedere=chi_apre(carica),
        nome=lambda contesto, pk: f"{modello._meta.verbose_name}, {carica(contesto, pk).persona}",
    )


def _domanda_visibile(contesto: Contesto, pk: int) -> bool:
    righe = DomandaIscrizione.objects.filter(istituto=contesto.istituto, pk=pk)
    return contesto.ha(*UFFICIO, *DIREZIONE) and righe.exists()


def _nome_domanda(contesto: Contesto, pk: int) -> str:
    domanda = DomandaIscrizione.objects.get(istituto=contesto.istituto, pk=pk)
    return f"domanda di {domanda.cognome} {domanda.nome}"


def corsisti(istituto_id: int, ids: Collection[int]) -> dict[int, str]:
    """The names of these enrolled persons."""
    righe = Corsista.objects.filter(istituto_id=istituto_id, pk__in=ids)
    return {riga.pk: str(riga.persona) for riga in righe.select_related("persona")}
