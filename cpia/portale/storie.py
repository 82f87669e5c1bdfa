"""The histories of what lies below the register: persons, roles, classes, imports, regulations."""

from collections.abc import Callable, Collection
from typing import Any

from cpia.atti.storie import Nome, Vede, chi_apre, registra_parole, registra_storia
from cpia.norme.glossario import AZIONI as AZIONI_NORME
from cpia.norme.glossario import CAMPI as CAMPI_NORME
from cpia.norme.models import Regolamento
from cpia.scuola import glossario
from cpia.scuola.access import SEGRETERIA, Contesto
from cpia.scuola.anno.access import LEGGONO as LEGGONO_GLI_ANNI
from cpia.scuola.anno.rules.durata import detto
from cpia.scuola.enums import Ruolo
from cpia.scuola.importazione.access import importazione
from cpia.scuola.incarichi.access import incarico, persona
from cpia.scuola.incarichi.queries.parole import in_parole, nomi, nomi_degli_incarichi
from cpia.scuola.incarichi.rules import dal_giorno
from cpia.scuola.models import (
    Cattedra,
    Classe,
    Importazione,
    Incarico,
    Istituto,
    Passaggio,
    Persona,
    Sede,
)

AZIONI_DEL_PORTALE = {
    "prepara la dimostrazione": "ha preparato i dati della dimostrazione",
}
DIRIGONO = (Ruolo.DIRIGENTE, Ruolo.COLLABORATORE)
DELL_UFFICIO = (*DIRIGONO, *SEGRETERIA)


def registra() -> None:
    """Make them known to the register."""
    registra_storia(_tipo(Persona), puo_vedere=chi_apre(persona), nome=_nome_di(persona))
    registra_storia(
        _tipo(Incarico),
        puo_vedere=chi_apre(incarico),
        nome=lambda contesto, pk: _nome_incarico(incarico(contesto, pk)),
    )
    registra_storia(
        _tipo(Importazione),
        puo_vedere=chi_apre(importazione),
        nome=lambda contesto, pk: importazione(contesto, pk).nome_file,
    )
    registra_storia(_tipo(Classe), puo_vedere=_dell_ufficio(Classe), nome=_nome_classe)
    registra_storia(_tipo(Passaggio), puo_vedere=_passaggio, nome=_nome_passaggio)
    registra_storia(
        _tipo(Regolamento), puo_vedere=_dell_ufficio(Regolamento), nome=_nome(Regolamento)
    )
    registra_storia(
        _tipo(Istituto),
        puo_vedere=lambda contesto, pk: pk == contesto.istituto.pk and contesto.ha(*DELL_UFFICIO),
        nome=lambda contesto, pk: contesto.istituto.denominazione_breve,
    )
    registra_parole(
        azioni=glossario.AZIONI,
        campi=glossario.CAMPI,
        valori=glossario.VALORI,
        nomi={
            "persona": nomi,
            "sostituto": nomi,
            "titolare": nomi,
            "incarico": nomi_degli_incarichi,
            "classe": classi,
            "cattedra": cattedre,
            "sede": sedi,
        },
        elenchi={"persone": nomi, "incarichi": nomi_degli_incarichi, "classi": classi},
    )
    registra_parole(azioni=AZIONI_DEL_PORTALE, campi={"argomento": "argomento"})
    registra_parole(azioni=AZIONI_NORME, campi=CAMPI_NORME, nomi={"sostituisce": regolamenti})


def _tipo(modello: Any) -> str:
    nome: str = modello._meta.label_lower
    return nome


def _nome_di(carica: Callable[[Contesto, int], Any]) -> Nome:
    return lambda contesto, pk: str(carica(contesto, pk))


def _nome_incarico(trovato: Incarico) -> str:
    return f"{trovato.persona}, {in_parole(trovato)}"


def _dell_ufficio(modello: Any) -> Vede:
    """The offices and who directs, when it is of their institute."""

    def puo_vedere(contesto: Contesto, pk: int) -> bool:
        return (
            contesto.ha(*DELL_UFFICIO)
            and modello.objects.filter(istituto=contesto.istituto, pk=pk).exists()
        )

    return puo_vedere


def _passaggio(contesto: Contesto, pk: int) -> bool:
    """Who may open the steps of the passage."""
    suoi = Passaggio.objects.filter(istituto=contesto.istituto, pk=pk)
    return contesto.ha(*LEGGONO_GLI_ANNI) and suoi.exists()


def _nome_passaggio(contesto: Contesto, pk: int) -> str:
    suoi = Passaggio.objects.select_related("anno_scolastico")
    anno = suoi.get(istituto=contesto.istituto, pk=pk).anno_scolastico
    return f"Passaggio dal {anno} al {detto(anno.inizio + 1)}"


def _nome(modello: Any) -> Nome:
    return lambda contesto, pk: str(modello.objects.get(istituto=contesto.istituto, pk=pk))


def _nome_classe(contesto: Contesto, pk: int) -> str:
    return classi(contesto.istituto.pk, [pk])[pk]


def classi(istituto_id: int, ids: Collection[int]) -> dict[int, str]:
    """The classes as teachers say them."""
    righe = Classe.objects.filter(istituto_id=istituto_id, pk__in=ids)
    return {riga.pk: str(riga) for riga in righe.select_related("corso")}


def cattedre(istituto_id: int, ids: Collection[int]) -> dict[int, str]:
    """The subjects in their classes."""
    righe = Cattedra.objects.filter(istituto_id=istituto_id, pk__in=ids)
    return {
        riga.pk: f"{riga.disciplina} in {riga.classe}"
        for riga in righe.select_related("disciplina", "classe__corso")
    }


def sedi(istituto_id: int, ids: Collection[int]) -> dict[int, str]:
    """The sites."""
    return dict(Sede.objects.filter(istituto_id=istituto_id, pk__in=ids).values_list("pk", "nome"))


def regolamenti(istituto_id: int, ids: Collection[int]) -> dict[int, str]:
    """The titles of the regulations, with their first day."""
    righe = Regolamento.objects.filter(istituto_id=istituto_id, pk__in=ids)
    return {riga.pk: f"{riga} {dal_giorno(riga.dal)}" for riga in righe}
