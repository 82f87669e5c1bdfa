"""An agreement shown to another school: what that sees, what it writes, who is told where."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import transaction

from cpia.atti.models import Operazione
from cpia.avvisi.models import Promemoria
from cpia.norme.errori import AttoRifiutato
from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from organi_collegiali.enums import TipoOrgano
from patto_formativo.enums import StatoPatto
from patto_formativo.models import Condivisione, Patto
from patto_formativo.queries.condivisi import altre_scuole, chi_risponde, elenco
from patto_formativo.queries.doveri import cose_da_fare
from patto_formativo.queries.patti.da_firmare import con_filtro, da_firmare
from patto_formativo.rules.condivisione import EsitoCondivisione, Risposta
from patto_formativo.rules.firme import Parte
from patto_formativo.services.condivisi import (
    ancora_dovuto,
    condividi,
    rispondi,
    ritira_condivisione,
    ritira_in_sospeso,
)
from patto_formativo.services.patti.firme import firma_patto
from patto_formativo.services.patti.solleciti import sollecita_firma
from tests.accessi.righe_patto import campi
from tests.factories.organi import MandatoFactory, OrganoFactory
from tests.factories.patto import (
    CorsistaFactory,
    CpiaFactory,
    OffertaFactory,
    PattoFactory,
    UnitaDelPattoFactory,
    VersioneFactory,
)
from tests.factories.scuola import (
    ADESSO,
    IncaricoFactory,
    IstitutoFactory,
    PersonaFactory,
    SedeFactory,
    contesto,
)

DOPO = ADESSO + timedelta(days=1)
RATIFICA = Risposta(True, "Verbale n. 3 del 6 giugno 2024", "")
RILIEVO = Risposta(False, "", "Manca la prova di fisica.")


class Rete:
    """A CPIA with an approved agreement, and the school that is to ratify it."""

    def __init__(self) -> None:
        self.altra = IstitutoFactory()
        tenancy.imposta(istituto_id=self.altra.pk)
        self.dirigente = IncaricoFactory(istituto=self.altra, dirigente=True).persona
        sezione = OrganoFactory(istituto=self.altra, tipo=TipoOrgano.SEZIONE_PFI, nome="Sezione")
        self.membro = MandatoFactory(
            istituto=self.altra, organo=sezione, persona=PersonaFactory(istituto=self.altra)
        ).persona
        self.cpia = CpiaFactory()
        self.nel_cpia()
        tutor = IncaricoFactory(istituto=self.cpia, ruolo=Ruolo.TUTOR, cattedra=None)
        self.tutor = contesto(tutor.persona)
        self.versione = self.approvata()

    def nel_cpia(self) -> None:
        tenancy.imposta(istituto_id=self.cpia.pk)

    def nell_altra(self) -> None:
        tenancy.imposta(istituto_id=self.altra.pk)

    def approvata(self, *, riservata: bool = False):
        """An approved version of this tutor, with one unit at a distance."""
        sede = SedeFactory(istituto=self.cpia, riservata=riservata)
        corsista = CorsistaFactory(
            istituto=self.cpia, tutor=self.tutor.persona,
            offerta=OffertaFactory(istituto=self.cpia, sede=sede),
        )  # fmt: skip
        patto = PattoFactory(istituto=self.cpia, corsista=corsista)
        versione = VersioneFactory(
            istituto=self.cpia, patto=patto, quando="lunedì, aula 4", crediti={"C1": "12.6"},
        )  # fmt: skip
        UnitaDelPattoFactory(
            istituto=self.cpia, versione=versione, a_distanza=Decimal("3.5"), fruizione="biblioteca"
        )
        for campo, valore in campi(StatoPatto.APPROVATO, self.cpia).items():
            setattr(versione, campo, valore)
        versione.save()
        return versione

    def mostra(self, versione=None) -> Condivisione:
        return condividi(
            autore=self.tutor, adesso=ADESSO, versione_id=(versione or self.versione).pk,
            scuola_id=self.altra.pk,
        )  # fmt: skip

    def risponde(self, condivisa: Condivisione, risposta: Risposta) -> Condivisione:
        """The dirigente of the other school answers, in the rooms of that school."""
        self.nell_altra()
        return rispondi(
            autore=contesto(self.dirigente), adesso=DOPO, condivisione_id=condivisa.pk,
            risposta=risposta,
        )  # fmt: skip


@pytest.fixture
def rete(db: None) -> Rete:
    return Rete()


def codici(rifiuto: pytest.ExceptionInfo[AttoRifiutato]) -> list[str]:
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def test_the_other_school_sees_the_name_and_what_the_paper_says(rete):
    rete.mostra()
    rete.nell_altra()
    [vista] = Condivisione.objects.all()
    contenuto = vista.contenuto
    assert set(contenuto) == {
        "percorso", "livello", "anno", "numero", "anni", "approvato_il", "ore_totali",
        "accoglienza", "crediti", "psp", "competenze", "unita", "quando",
    }  # fmt: skip
    assert (contenuto["ore_totali"], contenuto["crediti"], contenuto["psp"]) == (
        "400", "12.6", "347.4",
    )  # fmt: skip
    assert contenuto["unita"] == [
        {
            "titolo": contenuto["unita"][0]["titolo"], "competenze": ["C1"], "ore": "18",
            "a_distanza": "3.5", "fruizione": "biblioteca", "prova": "prova scritta",
        }
    ]  # fmt: skip
    assert contenuto["competenze"][0]["crediti"] == "12.6"


def test_of_who_studies_at_a_reserved_site_neither_day_nor_place_is_told(rete):
    condivisa = rete.mostra(rete.approvata(riservata=True))
    assert condivisa.contenuto["quando"] == ""
    assert condivisa.contenuto["unita"][0]["fruizione"] == ""


def test_who_answers_there_is_told_there_and_nobody_is_named(rete):
    condivisa = rete.mostra()
    assert tenancy._attuale()[0] == rete.cpia.pk
    assert not Promemoria.objects.exists()
    rete.nell_altra()
    avvisi = Promemoria.objects.all()
    assert {avviso.destinatario_id for avviso in avvisi} == {rete.dirigente.pk, rete.membro.pk}
    cognome = condivisa.nominativo.split()[0]
    for avviso in avvisi:
        assert cognome not in f"{avviso.oggetto} {avviso.testo} {avviso.indirizzo}"
        assert avviso.indirizzo.startswith(f"/{rete.altra.slug}/")
        assert ancora_dovuto(avviso, ADESSO)


def test_each_school_has_its_line_of_the_register(rete):
    condivisa = rete.mostra()
    rete.risponde(condivisa, RATIFICA)
    righe = {}
    for scuola in (rete.cpia, rete.altra):
        tenancy.imposta(istituto_id=scuola.pk)
        righe[scuola] = [
            (riga.azione, riga.persona_id, riga.ruolo)
            for riga in Operazione.objects.filter(oggetto_id=condivisa.pk).order_by("pk")
        ]
    assert [azione for azione, *_ in righe[rete.cpia]] == [
        "condivide patto", "ratifica patto condiviso",
    ]  # fmt: skip
    assert [azione for azione, *_ in righe[rete.altra]] == [
        "condivide patto", "ratifica patto condiviso",
    ]  # fmt: skip
    # Of the other school no person is written here: only its name.
    assert righe[rete.cpia][1][1:] == (None, str(rete.altra))
    assert righe[rete.altra][0][1:] == (None, str(rete.cpia))


def test_the_cpia_is_told_the_answer(rete):
    condivisa = rete.mostra()
    rete.risponde(condivisa, RILIEVO)
    assert tenancy._attuale()[0] == rete.altra.pk
    [avviso] = Promemoria.objects.filter(destinatario=rete.membro)
    assert not ancora_dovuto(avviso, DOPO)
    rete.nel_cpia()
    [riga] = Condivisione.objects.all()
    assert (riga.rilievo, riga.ratificata_il) == (RILIEVO.rilievo, DOPO)
    assert riga.ratificata_da.endswith(str(rete.altra))
    [avviso] = Promemoria.objects.all()
    assert avviso.destinatario == rete.tutor.persona
    assert "non ha ratificato" in avviso.testo


def test_an_answer_is_written_once(rete):
    condivisa = rete.mostra()
    rete.risponde(condivisa, RATIFICA)
    with pytest.raises(AttoRifiutato) as rifiuto:
        rete.risponde(condivisa, RILIEVO)
    assert codici(rifiuto) == ["gia_risposto"]


def test_the_school_that_shows_does_not_answer(rete):
    condivisa = rete.mostra()
    with pytest.raises(Condivisione.DoesNotExist):
        rispondi(autore=rete.tutor, adesso=DOPO, condivisione_id=condivisa.pk, risposta=RATIFICA)


def test_the_same_words_are_shown_once(rete):
    rete.mostra()
    with pytest.raises(AttoRifiutato) as rifiuto:
        rete.mostra()
    assert codici(rifiuto) == ["gia_mostrato"]


def test_one_does_not_share_with_oneself(rete):
    with pytest.raises(AttoRifiutato) as rifiuto:
        condividi(
            autore=rete.tutor, adesso=ADESSO, versione_id=rete.versione.pk, scuola_id=rete.cpia.pk
        )
    assert codici(rifiuto) == ["scuola"]
    assert rete.cpia not in altre_scuole(rete.cpia)


def test_what_nobody_has_answered_can_be_taken_back(rete):
    condivisa = rete.mostra()
    ritira_condivisione(autore=rete.tutor, adesso=DOPO, condivisione_id=condivisa.pk)
    rete.nell_altra()
    assert not Condivisione.objects.exists()
    [avviso] = Promemoria.objects.filter(destinatario=rete.dirigente)
    assert not ancora_dovuto(avviso, DOPO)
    rete.nel_cpia()
    assert rete.mostra().pk != condivisa.pk


def test_an_answer_stays(rete):
    condivisa = rete.mostra()
    rete.risponde(condivisa, RATIFICA)
    rete.nel_cpia()
    with pytest.raises(AttoRifiutato) as rifiuto:
        ritira_condivisione(autore=rete.tutor, adesso=DOPO, condivisione_id=condivisa.pk)
    assert codici(rifiuto) == ["gia_risposto"]
    with transaction.atomic():
        assert ritira_in_sospeso(autore=rete.tutor, adesso=DOPO, versione=rete.versione) == 0


def test_the_lists_of_the_two_sides(rete):
    condivisa = rete.mostra()
    assert [v.riga for v in elenco(rete.tutor)[1]] == [condivisa]
    rete.nell_altra()
    arrivati, mandati = elenco(contesto(rete.dirigente))
    assert ([v.riga for v in arrivati], mandati) == ([condivisa], [])
    assert arrivati[0].esito == EsitoCondivisione.IN_ATTESA
    assert arrivati[0].con == rete.cpia
    altri = PersonaFactory(istituto=rete.altra, con_accesso=True)
    assert elenco(contesto(altri)) == ([], [])


def test_who_answers_is_of_today(rete):
    rete.nell_altra()
    rete.dirigente.incarichi.update(revocato_il=ADESSO - timedelta(hours=1))
    assert list(chi_risponde(rete.altra.pk, ADESSO.date())) == [rete.membro]


# Nobody signs before the other school has ratified


def firma(rete):
    return firma_patto(
        autore=contesto(rete.tutor.persona, DOPO), adesso=DOPO, versione_id=rete.versione.pk,
        parte=Parte.SCUOLA, impronta=rete.versione.impronta,
    )  # fmt: skip


def test_nobody_signs_until_the_other_school_has_ratified(rete):
    condivisa = rete.mostra()
    with pytest.raises(AttoRifiutato) as rifiuto:
        firma(rete)
    assert codici(rifiuto) == ["da_ratificare"]
    assert str(rete.altra) in rifiuto.value.violazioni[0].testo
    assert not rete.versione.firme.exists()
    rete.risponde(condivisa, RATIFICA)
    rete.nel_cpia()
    assert firma(rete).parte == Parte.SCUOLA


def test_what_was_not_ratified_is_not_signed_and_the_remark_is_said(rete):
    rete.risponde(rete.mostra(), RILIEVO)
    rete.nel_cpia()
    with pytest.raises(AttoRifiutato) as rifiuto:
        firma(rete)
    assert "Manca la prova di fisica." in rifiuto.value.violazioni[0].testo


def test_the_list_says_that_the_ratification_is_missing_and_nobody_is_reminded(rete):
    rete.mostra()
    [riga] = da_firmare(rete.tutor)
    assert riga.mancano == [f"prima la ratifica di {rete.altra}"]
    assert con_filtro([riga], "scuola") == con_filtro([riga], "persona") == []
    assert con_filtro([riga], "ratifica") == [riga]
    with pytest.raises(AttoRifiutato) as rifiuto:
        sollecita_firma(autore=rete.tutor, adesso=DOPO, versioni=[rete.versione.pk])
    assert codici(rifiuto) == ["da_ratificare"]
    assert not [d for d in cose_da_fare(rete.cpia.pk, DOPO.date()).doveri if "firma" in d.chiave]


def sulla_scrivania(rete) -> list[str]:
    return [dovere.chiave for dovere in cose_da_fare(rete.cpia.pk, DOPO.date()).doveri]


def test_the_tutor_is_told_of_what_was_not_ratified_and_not_of_what_is_waited_for(rete):
    condivisa = rete.mostra()
    mia = f"patto.da_condividere.{rete.tutor.persona.pk}"
    assert mia not in sulla_scrivania(rete)
    rete.risponde(condivisa, RILIEVO)
    rete.nel_cpia()
    assert mia in sulla_scrivania(rete)


def test_the_tutor_is_told_of_a_version_that_the_other_school_does_not_have(rete):
    Patto.objects.update(altro_istituto=rete.altra)
    assert f"patto.da_condividere.{rete.tutor.persona.pk}" in sulla_scrivania(rete)
    with pytest.raises(AttoRifiutato) as rifiuto:
        firma(rete)
    assert "non ha ancora questo testo" in rifiuto.value.violazioni[0].testo


def test_what_is_taken_back_is_signed_by_the_cpia_alone(rete):
    condivisa = rete.mostra()
    ritira_condivisione(autore=rete.tutor, adesso=DOPO, condivisione_id=condivisa.pk)
    rete.versione.patto.refresh_from_db()
    assert rete.versione.patto.altro_istituto is None
    assert firma(rete)


def test_on_paper_nobody_signs_before_the_ratification(rete):
    rete.risponde(rete.mostra(), RATIFICA)
    rete.nel_cpia()
    ufficio = contesto(IncaricoFactory(istituto=rete.cpia, segreteria=True).persona, DOPO)
    with pytest.raises(AttoRifiutato) as rifiuto:
        firma_patto(
            autore=ufficio, adesso=DOPO, versione_id=rete.versione.pk, parte=Parte.SCUOLA,
            impronta=rete.versione.impronta, su_carta=True, firmato_il=ADESSO.date(),
        )  # fmt: skip
    assert codici(rifiuto) == ["firmata_prima"]
