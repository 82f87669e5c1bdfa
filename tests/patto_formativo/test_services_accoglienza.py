"""The welcome in PostgreSQL: what is written, what the register says, what a refusal leaves."""

from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import connection

from cpia.atti.models import Operazione
from cpia.avvisi.models import Promemoria
from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.scuola.models import Responsabilita
from patto_formativo.enums import EsitoProva, Fase, StatoCorsista, StatoPatto, TipoProva
from patto_formativo.models import Corsista, Incontro, Intervista, PresenzaIncontro, Prova
from patto_formativo.queries.accoglienza import accoglienza_di, accoglienze
from patto_formativo.queries.intervista import domande, versione_di
from patto_formativo.rules.sostegno import PercheOre, Sostegno
from patto_formativo.services import accoglienza as services
from patto_formativo.services.accoglienza.incontri import DatiIncontro
from patto_formativo.services.accoglienza.prove import DatiProva
from tests.factories.patto import PattoFactory, VersioneFactory
from tests.factories.scuola import ADESSO, PersonaFactory
from tests.patto_formativo.scena_accoglienza import A1, Scena

OGGI = ADESSO.date()


@pytest.fixture
def scena(db):
    return Scena()


def atto(scena, chi):
    return {"autore": scena.come(chi), "adesso": ADESSO}


def codici(errore):
    return {violazione.codice for violazione in errore.value.violazioni}


def azioni():
    return list(Operazione.objects.order_by("pk").values_list("azione", flat=True))


def incontra(scena, chi, corsisti, fase=Fase.COLLOQUI, **altro):
    dati = {"giorno": OGGI, "dalle": time(16), "ore": Decimal(2)} | altro
    return services.registra_incontro(
        **atto(scena, chi), fase=fase, corsisti=[c.pk for c in corsisti], **dati
    )


def approva(corsista):
    """An agreement that the Commission has approved."""
    patto = PattoFactory(istituto=corsista.istituto, corsista=corsista)
    VersioneFactory(
        istituto=corsista.istituto, patto=patto,
        preparata_da=corsista.tutor, stato=StatoPatto.APPROVATO.value, approvata_il=ADESSO,
        proposta_il=ADESSO,
    )  # fmt: skip


class TestTutor:
    def test_many_at_once_and_each_is_told(self, scena):
        due = [scena.corsista(), scena.corsista(tutor=scena.altro_tutor)]
        quanti = services.assegna_tutor(
            **atto(scena, scena.coordinatrice), corsisti=[c.pk for c in due],
            tutor_id=scena.tutor.pk,
        )  # fmt: skip
        assert quanti == 2
        assert {c.tutor for c in Corsista.objects.all()} == {scena.tutor}
        assert set(Corsista.objects.values_list("tutor_dal", flat=True)) == {OGGI}
        dati = Operazione.objects.filter(azione="assegna tutor").order_by("oggetto_id")
        assert [d.dati["prima"] for d in dati] == [None, scena.altro_tutor.pk]
        avvisi = Promemoria.objects.all()
        assert {a.destinatario for a in avvisi} == {scena.tutor, due[0].persona, due[1].persona}
        for avviso in avvisi:
            assert due[0].persona.cognome not in f"{avviso.oggetto}{avviso.testo}{avviso.indirizzo}"

    def test_who_has_that_tutor_already_changes_nothing(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        dati = {"corsisti": [corsista.pk], "tutor_id": scena.tutor.pk}
        assert services.assegna_tutor(**atto(scena, scena.coordinatrice), **dati) == 0
        assert (azioni(), Promemoria.objects.count()) == ([], 0)

    def test_only_who_is_a_tutor_today(self, scena):
        corsista = scena.corsista()
        with pytest.raises(AttoRifiutato) as errore:
            services.assegna_tutor(
                **atto(scena, scena.coordinatrice), corsisti=[corsista.pk],
                tutor_id=PersonaFactory(istituto=scena.istituto).pk,
            )  # fmt: skip
        assert codici(errore) == {"non_tutor"}
        corsista.refresh_from_db()
        assert corsista.tutor is None

    def test_not_to_who_has_left(self, scena):
        fuori = scena.corsista(
            stato=StatoCorsista.RITIRATO.value, chiuso_il=OGGI, motivo_chiusura="silenzio"
        )
        with pytest.raises(AttoRifiutato) as errore:
            services.assegna_tutor(
                **atto(scena, scena.coordinatrice), corsisti=[fuori.pk], tutor_id=scena.tutor.pk
            )
        assert codici(errore) == {"percorso_chiuso"}

    def test_nobody_is_tutor_of_oneself_nor_of_a_minor_one_answers_for(self, scena):
        proprio = scena.corsista(persona=scena.tutor)
        figlio = scena.corsista()
        Responsabilita.objects.create(
            istituto=scena.istituto, studente=figlio.persona, adulto=scena.tutor,
            legame="genitore", dal=OGGI,
        )  # fmt: skip
        for corsista in (proprio, figlio):
            with pytest.raises(AttoRifiutato) as errore:
                services.assegna_tutor(
                    **atto(scena, scena.coordinatrice), corsisti=[corsista.pk],
                    tutor_id=scena.tutor.pk,
                )  # fmt: skip
            assert codici(errore) == {"tutor_non_estraneo"}


class TestIncontri:
    def test_an_assembly_counts_for_each(self, scena):
        tre = [scena.corsista() for _ in range(3)]
        fatto = incontra(scena, scena.coordinatrice, tre, Fase.PRIMO_INCONTRO, ore=Decimal(4))
        assert (fatto.assemblea, fatto.sede, fatto.conduce) == (
            True, scena.sede, scena.coordinatrice,
        )  # fmt: skip
        for accoglienza in accoglienze(tre).values():
            assert accoglienza.ore == 5
            assert accoglienza.prossima.prevista.fase is Fase.COLLOQUI
        assert Operazione.objects.get().dati["corsisti"] == sorted(c.pk for c in tre)

    def test_phase_zero_is_one_hour_by_itself(self, scena):
        accoglienza = accoglienza_di(scena.corsista())
        assert (accoglienza.ore, accoglienza.contate) == (Fraction(1), Fraction(1))
        assert accoglienza.tappe[0].stato == "fatta"

    def test_no_more_than_a_tenth_counts(self, scena):
        corsista = scena.corsista(genere=A1, tutor=scena.tutor)
        for giorni in range(1, 4):
            giorno = OGGI - timedelta(days=giorni)
            incontra(scena, scena.tutor, [corsista], ore=Decimal(8), giorno=giorno)
        accoglienza = accoglienza_di(corsista)
        assert (accoglienza.ore, accoglienza.contate) == (25, 20)

    def test_who_is_elsewhere_at_that_hour(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        incontra(scena, scena.tutor, [corsista])
        with pytest.raises(AttoRifiutato) as errore:
            incontra(scena, scena.tutor, [corsista], dalle=time(17))
        assert codici(errore) == {"gia_a_un_incontro"}
        assert Incontro.objects.count() == 1

    def test_corrected_with_a_trace(self, scena):
        uno, altra = scena.corsista(tutor=scena.tutor), scena.corsista(tutor=scena.tutor)
        fatto = incontra(scena, scena.tutor, [uno])
        dati = DatiIncontro(Fase.COLLOQUI, OGGI, time(16), Decimal("1.5"), (uno.pk, altra.pk))
        services.correggi_incontro(
            **atto(scena, scena.tutor), incontro_id=fatto.pk, versione=1, dati=dati
        )
        fatto.refresh_from_db()
        assert (fatto.ore, fatto.assemblea, fatto.presenze.count()) == (Decimal("1.5"), True, 2)
        scritto = Operazione.objects.get(azione="corregge incontro").dati
        assert (scritto["ore"], scritto["prima"]["ore"]) == ("1.5", "2")
        services.correggi_incontro(
            **atto(scena, scena.tutor), incontro_id=fatto.pk, versione=2, dati=dati
        )
        assert azioni().count("corregge incontro") == 1

    def test_taken_away_with_a_trace(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        fatto = incontra(scena, scena.tutor, [corsista], ore=Decimal(10))
        services.elimina_incontro(**atto(scena, scena.tutor), incontro_id=fatto.pk)
        assert (Incontro.objects.count(), PresenzaIncontro.objects.count()) == (0, 0)
        scritto = Operazione.objects.get(azione="elimina incontro").dati
        assert (scritto["ore"], scritto["corsisti"]) == ("10", [corsista.pk])

    def test_an_approved_agreement_fixes_the_hours(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        fatto = incontra(scena, scena.tutor, [corsista])
        approva(corsista)
        dati = DatiIncontro(Fase.COLLOQUI, OGGI, None, Decimal(1), (corsista.pk,))
        with pytest.raises(AttoRifiutato) as errore:
            services.correggi_incontro(
                **atto(scena, scena.tutor), incontro_id=fatto.pk, versione=1, dati=dati
            )
        assert codici(errore) == {"patto_approvato"}
        with pytest.raises(AttoRifiutato):
            services.elimina_incontro(**atto(scena, scena.tutor), incontro_id=fatto.pk)
        with pytest.raises(AttoRifiutato) as errore:
            incontra(scena, scena.tutor, [corsista], giorno=OGGI - timedelta(days=1))
        assert codici(errore) == {"patto_approvato"}
        assert Incontro.objects.get().ore == 2

    def test_one_query_for_many(self, scena, django_assert_num_queries):
        tanti = [scena.corsista() for _ in range(5)]
        incontra(scena, scena.coordinatrice, tanti, Fase.PRIMO_INCONTRO)
        with django_assert_num_queries(1):
            accoglienze(tanti)


class TestIntervista:
    def scrivi(self, scena, corsista, testo, versione="", domanda="storia"):
        return services.scrivi_risposta(
            **atto(scena, scena.tutor), corsista_id=corsista.pk, domanda=domanda, testo=testo,
            versione=versione or versione_di(""),
        )  # fmt: skip

    def test_the_first_answer_begins_it(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        fatta = self.scrivi(scena, corsista, "Da Casablanca.")
        assert (fatta.risposte, fatta.versione) == ({"storia": "Da Casablanca."}, 2)
        assert Operazione.objects.get().dati == {"domanda": "storia", "caratteri": 14}

    def test_two_who_write_the_same_answer(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        self.scrivi(scena, corsista, "La prima.")
        with pytest.raises(Conflitto) as errore:
            self.scrivi(scena, corsista, "La seconda.")
        assert errore.value.attuale == "La prima."
        self.scrivi(scena, corsista, "La seconda.", versione_di("La prima."))
        assert Intervista.objects.get().risposte["storia"] == "La seconda."

    def test_two_who_write_different_answers_do_not_stop_each_other(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        self.scrivi(scena, corsista, "Da Casablanca.")
        self.scrivi(scena, corsista, "Arabo.", domanda="lingue")
        assert set(Intervista.objects.get().risposte) == {"storia", "lingue"}

    def test_the_same_text_again_is_no_conflict(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        self.scrivi(scena, corsista, "La prima.")
        self.scrivi(scena, corsista, "La prima.")
        assert azioni() == ["scrive intervista"]

    def test_done_when_the_essential_is_there(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        with pytest.raises(AttoRifiutato) as errore:
            services.concludi_intervista(**atto(scena, scena.tutor), corsista_id=corsista.pk)
        assert codici(errore) == {"intervista_a_meta"}
        for domanda in [d for s in domande() for d in s.domande if d.essenziale]:
            testo = domanda.scelte[0][0] if domanda.scelte else "Una risposta."
            self.scrivi(scena, corsista, testo, domanda=domanda.chiave)
        services.concludi_intervista(**atto(scena, scena.tutor), corsista_id=corsista.pk)
        assert Intervista.objects.get().conclusa_il == ADESSO

    @pytest.mark.parametrize(
        ("domanda", "testo"), [("inventata", "x"), ("padronanza", "ottima"), ("storia", "a" * 4001)]
    )
    def test_refused(self, scena, domanda, testo):
        with pytest.raises(AttoRifiutato):
            self.scrivi(scena, scena.corsista(tutor=scena.tutor), testo, domanda=domanda)
        assert not Intervista.objects.exists()


class TestProve:
    DATI = DatiProva(TipoProva.LITERACY, date(2024, 5, 6), EsitoProva.PARZIALE, "", "17 su 30")

    def test_written_corrected_taken_away(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        prova = services.registra_prova(
            **atto(scena, scena.tutor), corsista_id=corsista.pk, dati=self.DATI
        )
        nuovi = DatiProva(TipoProva.NUMERACY, date(2024, 5, 7), EsitoProva.POSITIVO)
        services.correggi_prova(**atto(scena, scena.tutor), prova_id=prova.pk, dati=nuovi)
        prova.refresh_from_db()
        assert (prova.tipo, prova.esito, prova.punteggio) == ("numeracy", "positivo", "")
        services.elimina_prova(**atto(scena, scena.tutor), prova_id=prova.pk)
        assert not Prova.objects.exists()
        assert azioni() == ["registra prova", "corregge prova", "elimina prova"]

    @pytest.mark.parametrize(
        ("dati", "codice"),
        [
            (DatiProva(TipoProva.LITERACY, OGGI + timedelta(1), EsitoProva.POSITIVO), "futura"),
            (
                DatiProva(TipoProva.LITERACY, date(2023, 9, 1), EsitoProva.POSITIVO),
                "prima_dell_iscrizione",
            ),
            (DatiProva(TipoProva.DISCIPLINARE, OGGI, EsitoProva.POSITIVO), "senza_materia"),
        ],
    )
    def test_refused(self, scena, dati, codice):
        corsista = scena.corsista(tutor=scena.tutor)
        with pytest.raises(AttoRifiutato) as errore:
            services.registra_prova(**atto(scena, scena.tutor), corsista_id=corsista.pk, dati=dati)
        assert codici(errore) == {codice}


class TestAiuto:
    def test_reinforcement(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        dati = {"corsista_id": corsista.pk, "dettaglio": "gruppo A2"}
        services.scrivi_sostegno(**atto(scena, scena.tutor), sostegno=Sostegno.RINFORZO, **dati)
        corsista.refresh_from_db()
        assert corsista.rinforzo == "percorso di rinforzo dell’italiano: gruppo A2"
        with pytest.raises(AttoRifiutato):
            services.scrivi_sostegno(
                **atto(scena, scena.tutor), sostegno=Sostegno.MEDIATORE, **dati
            )

    def test_hours_more_and_none_again(self, scena):
        corsista = scena.corsista(tutor=scena.tutor)
        dati = {**atto(scena, scena.tutor), "corsista_id": corsista.pk}
        services.scrivi_ore_in_piu(**dati, ore=Decimal(80), motivo=PercheOre.SENZA_LICENZA)
        corsista.refresh_from_db()
        assert (corsista.ore_in_piu, bool(corsista.motivo_ore_in_piu)) == (80, True)
        services.scrivi_ore_in_piu(**dati, ore=Decimal(0), motivo=None)
        corsista.refresh_from_db()
        assert (corsista.ore_in_piu, corsista.motivo_ore_in_piu) == (0, "")

    def test_not_on_another_path_nor_after_the_approval(self, scena):
        alfabeto = scena.corsista(genere=A1, tutor=scena.tutor)
        primo = scena.corsista(tutor=scena.tutor)
        approva(primo)
        for corsista, codice in ((alfabeto, "senza_ore_in_piu"), (primo, "patto_approvato")):
            with pytest.raises(AttoRifiutato) as errore:
                services.scrivi_ore_in_piu(
                    **atto(scena, scena.tutor), corsista_id=corsista.pk, ore=Decimal(10),
                    motivo=PercheOre.POCO_ITALIANO,
                )  # fmt: skip
            assert codici(errore) == {codice}


def test_the_constraints_agree(scena):
    """What the tests above write holds at the end of the transaction too."""
    incontra(scena, scena.coordinatrice, [scena.corsista()], Fase.PRIMO_INCONTRO)
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
