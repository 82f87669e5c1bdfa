"""The network of the demo: who sits in the Commission for which school, one agreement of two.

The agreement of the second period is shown to the IIS of Iseo, where nobody has answered yet.
"""

from dataclasses import dataclass
from datetime import date

from cpia.portale.dimostrazione.organi_delibere import autore_il
from cpia.portale.dimostrazione.patto_piano import P2
from cpia.portale.dimostrazione.piano import BRANDOLINI, CATTAFESTA
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.models import Istituto, Persona
from cpia.scuola.tenancy import istituto_corrente
from organi_collegiali.enums import (
    Carica,
    Componente,
    Presenza,
    RegolaPresidente,
    RegolaSegretario,
    StatoSeduta,
    TipoOrgano,
    Titolo,
)
from organi_collegiali.models import Composizione, Convocato, OrganoCollegiale, Seduta
from organi_collegiali.queries.cariche import in_carica
from organi_collegiali.rules.organi.composizione import Scuola, composizione_di_legge
from organi_collegiali.services.organi.mandati import allinea_di_diritto
from organi_collegiali.services.organi.nomine import DatiMandato, nomina_componente
from organi_collegiali.services.organi.organi import DatiOrgano, costituisce_organo
from patto_formativo.models import Versione
from patto_formativo.rules.condivisione import APPROVATI
from patto_formativo.services.condivisi import condividi

ALTRA = "iis-antonietti"
SEZIONE = "Sezione funzionale per i patti formativi"
PLENARIA = date(2023, 9, 12)
COSTITUITA = date(2023, 9, 25)
FINE_TRIENNIO = date(2026, 8, 31)
MOSTRATO = date(2024, 5, 24)
SIEDONO = (BRANDOLINI, CATTAFESTA)


@dataclass(frozen=True)
class DaFuori:
    """Somebody who sits in the Commission for another school, or to mediate."""

    cognome: str
    nome: str
    sesso: str
    qualifica: str
    componente: Componente = Componente.DOCENTI


# Persons invented for the demo.
DA_FUORI = (
    DaFuori("Terracciano", "Rosaria", "F", "IIS Pacioli, Sant’Anastasia — secondo livello"),
    DaFuori("Esposito Marotta", "Ciro", "M", "IIS Pacioli, Sant’Anastasia — secondo livello"),
    DaFuori("Auriemma", "Filomena", "F", "ISIS Europa, Pomigliano d’Arco — secondo livello"),
    DaFuori("Benchekroun", "Samira", "F", "mediatrice linguistica, arabo e francese",
            Componente.ESTERNI),
)  # fmt: skip


def popola(istituto: Istituto) -> None:
    """Members from other schools, the plenary of September, an agreement shown to Iseo."""
    commissione = OrganoCollegiale.objects.get(istituto=istituto, tipo=TipoOrgano.COMMISSIONE_PFI)
    _plenaria(commissione)
    Composizione.objects.create(
        istituto=istituto, organo=commissione, componente=Componente.ESTERNI, con_voto=False,
        titolo=Titolo.NOMINATO, fonte="Regolamento della Commissione, art. 1: mediatori",
    )  # fmt: skip
    for chi in DA_FUORI:
        _siede(commissione, chi)
    altra = Istituto.objects.get(slug=ALTRA)
    with istituto_corrente(altra.pk):
        _sezione(altra)
    _mostra(istituto, altra)


def _plenaria(commissione: OrganoCollegiale) -> None:
    """The plenary of the beginning of the year, from its minutes on paper."""
    inizio, fine = istante(PLENARIA, 10), istante(PLENARIA, 11, 30)
    mandati = commissione.mandati.filter(in_carica(PLENARIA)).select_related("persona")
    con_carica = {mandato.carica: mandato.persona for mandato in mandati if mandato.carica}
    dirigente = autore_il(commissione.istituto, PLENARIA).persona
    seduta = Seduta.objects.create(
        istituto=commissione.istituto, organo=commissione, numero=1, storica=True,
        inizio_previsto=inizio, aperta_il=inizio, chiusa_il=fine, stato=StatoSeduta.CHIUSA,
        in_carica=max(len(mandati), 1), luogo="Aula magna", modificata_il=fine,
        preparata_da=dirigente, presiede=con_carica.get(Carica.PRESIDENTE, dirigente),
        verbalizza=con_carica.get(Carica.SEGRETARIO),
    )  # fmt: skip
    Convocato.objects.bulk_create(
        Convocato(
            istituto=commissione.istituto, seduta=seduta, persona=mandato.persona,
            mandato=mandato, componente=mandato.componente, con_voto=mandato.con_voto,
            presenza=Presenza.PRESENTE,
        )
        for mandato in mandati
    )  # fmt: skip


def _siede(commissione: OrganoCollegiale, chi: DaFuori) -> None:
    autore = autore_il(commissione.istituto, COSTITUITA, 11)
    persona = Persona.objects.create(
        istituto=commissione.istituto, cognome=chi.cognome, nome=chi.nome, sesso=chi.sesso
    )
    nomina_componente(
        autore=autore, adesso=autore.adesso, organo_id=commissione.pk,
        dati=DatiMandato(
            persona=persona, componente=chi.componente, titolo=Titolo.NOMINATO,
            dal=COSTITUITA, al=FINE_TRIENNIO, con_voto=chi.componente is Componente.DOCENTI,
            qualifica=chi.qualifica, atto="Decreto del dirigente n. 41 del 25 settembre 2023",
        ),
    )  # fmt: skip


def _sezione(altra: Istituto) -> None:
    """The section of the other school: its dirigente presides, teachers of the subjects sit."""
    autore = autore_il(altra, COSTITUITA, 12)
    organo = costituisce_organo(
        autore=autore, adesso=autore.adesso, tipo=TipoOrgano.SEZIONE_PFI,
        dati=DatiOrgano(
            nome=SEZIONE, dal=COSTITUITA, regola_presidente=RegolaPresidente.DELEGATO,
            regola_segretario=RegolaSegretario.NOMINATO,
            seggi=composizione_di_legge(TipoOrgano.SEZIONE_PFI, Scuola.SUPERIORE, 0),
        ),
    )  # fmt: skip
    allinea_di_diritto(autore=autore, adesso=autore.adesso, organo=organo)
    for persona in Persona.objects.filter(
        istituto=altra, email__in=[conto.email for conto in SIEDONO]
    ).order_by("cognome"):
        nomina_componente(
            autore=autore, adesso=autore.adesso, organo_id=organo.pk,
            dati=DatiMandato(
                persona=persona, componente=Componente.DOCENTI, titolo=Titolo.NOMINATO,
                dal=COSTITUITA, al=FINE_TRIENNIO, atto="Decreto del dirigente n. 57",
            ),
        )  # fmt: skip


def _mostra(istituto: Istituto, altra: Istituto) -> None:
    """The tutor shows the agreement of the second period, in force, to the school of next year."""
    versione = (
        Versione.objects.filter(
            istituto=istituto, stato__in=[stato.value for stato in APPROVATI],
            patto__corsista__offerta__genere=P2.value,
        )
        .exclude(impronta="")
        .select_related("patto__corsista__tutor__istituto")
        .order_by("approvata_il", "pk")
        .first()
    )  # fmt: skip
    if versione is None:
        raise LookupError("nella dimostrazione manca un patto approvato del secondo periodo")
    autore = compi(versione.patto.corsista.tutor, istante(MOSTRATO, 10))
    condividi(autore=autore, adesso=autore.adesso, versione_id=versione.pk, scuola_id=altra.pk)
