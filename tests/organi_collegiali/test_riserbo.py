"""What is reserved of a sitting, read by each of those who have to do with it, at each moment."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from cpia.atti.models import Operazione
from cpia.scuola import orologio, tenancy
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto, Persona
from organi_collegiali.access import riserbo
from organi_collegiali.enums import (
    Carica,
    Componente,
    EsitoPunto,
    OriginePunto,
    Presenza,
    StatoSeduta,
    StatoVerbale,
)
from organi_collegiali.models import (
    Allegato,
    Convocato,
    InvitoAlPunto,
    OrganoCollegiale,
    Punto,
    Seduta,
)
from organi_collegiali.queries import cercabili
from organi_collegiali.queries.delibere.delibere import visibili
from organi_collegiali.services.convocazione.agenda import riprendi_rinviati, togli_punto
from tests.factories.organi import (
    ConvocatoFactory,
    DeliberaFactory,
    MandatoFactory,
    OrganoFactory,
    PuntoFactory,
    SedutaFactory,
    VerbaleFactory,
)
from tests.factories.scuola import (
    ADESSO,
    IncaricoFactory,
    IstitutoFactory,
    PersonaFactory,
    contesto,
)

pytestmark = pytest.mark.django_db

TITOLO = "Sanzione a Bianchi Ugo"
FUORI = "Provvedimento su una persona"
GIORNO = timedelta(days=1)
TUTTI = {
    "dirigente", "segretaria", "collaboratrice", "presidente", "verbalizza", "consigliere",
    "cessato", "cessato_assente", "ospite", "esperta", "nuovo", "estraneo",
}  # fmt: skip
SIEDONO = {"dirigente", "presidente", "verbalizza", "consigliere"}
# ``esperta`` is invited to the reserved item, ``ospite`` to the whole sitting.
LEGGONO = {
    "bozza": {"dirigente", "segretaria", "collaboratrice", "presidente"},
    "alla_firma": {"dirigente", "segretaria", "collaboratrice", "presidente"},
    "convocata": SIEDONO | {"esperta"},
    "in_corso": SIEDONO | {"esperta"},
    "sospesa": SIEDONO | {"esperta"},
    "revocata": SIEDONO,
    "chiusa": SIEDONO,
    "approvata": SIEDONO | {"segretaria", "collaboratrice", "nuovo"},
}
# Who was there keeps the minutes of that sitting, and nothing else of it.
VERBALE = {
    "chiusa": SIEDONO | {"cessato"},
    "approvata": SIEDONO | {"cessato", "segretaria", "collaboratrice", "nuovo"},
}


@dataclass(frozen=True)
class Casa:
    istituto: Istituto
    organo: OrganoCollegiale
    seduta: Seduta
    punto: Punto
    carta: Allegato
    chi: dict[str, Persona]

    def lettori(self, quale) -> set[str]:
        return {nome for nome in TUTTI if quale(contesto(self.chi[nome]))}

    def apre(self, chi: str, nome: str, *di: int, **dati) -> str:
        client = Client()
        client.force_login(self.chi[chi].utente)
        risposta = client.get(reverse(f"organi:{nome}", args=[self.istituto.slug, *di]), dati)
        tenancy.imposta(istituto_id=self.istituto.pk)
        return f"{risposta.status_code} {risposta.content.decode(errors='replace')}"


@pytest.fixture(autouse=True)
def _oggi(settings, monkeypatch):
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr(orologio, "adesso", lambda: ADESSO)


def casa(momento: str) -> Casa:
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    organo = OrganoFactory(istituto=istituto)
    chi = {nome: _persona(istituto, nome) for nome in sorted(TUTTI)}
    for nome, ruolo in (
        ("dirigente", Ruolo.DIRIGENTE),
        ("segretaria", Ruolo.SEGRETERIA_DIDATTICA),
        ("collaboratrice", Ruolo.COLLABORATORE),
    ):
        IncaricoFactory(persona=chi[nome], istituto=istituto, ruolo=ruolo, cattedra=None)
    finito = {"al": ADESSO.date() - GIORNO, "cessato_per": "dimissioni"}
    mandati = {
        "presidente": {"carica": Carica.PRESIDENTE, "componente": Componente.GENITORI},
        "verbalizza": {"carica": Carica.SEGRETARIO},
        "consigliere": {},
        "cessato": finito,
        "cessato_assente": finito,
        "nuovo": {"dal": ADESSO.date() - GIORNO},
    }
    di = {
        nome: MandatoFactory(istituto=istituto, organo=organo, persona=chi[nome], **altro)
        for nome, altro in mandati.items()
    }
    seduta = _seduta(organo, chi, momento)
    punto = PuntoFactory(
        istituto=istituto, seduta=seduta, ordine=1, titolo=TITOLO, titolo_pubblico=FUORI,
        su_persone=True,
    )  # fmt: skip
    PuntoFactory(istituto=istituto, seduta=seduta, ordine=2, titolo="Gite")
    carta = Allegato.objects.create(
        istituto=istituto, punto=punto, titolo="Relazione su Bianchi", depositato_il=ADESSO,
        impronta="0" * 64,
    )  # fmt: skip
    if momento not in ("bozza", "alla_firma"):
        for nome in set(di) - {"nuovo"}:
            presenza = "" if nome == "cessato_assente" else Presenza.PRESENTE
            ConvocatoFactory(istituto=istituto, seduta=seduta, mandato=di[nome], presenza=presenza)
    for nome in ("ospite", "esperta"):
        invito = Convocato.objects.create(
            istituto=istituto, seduta=seduta, persona=chi[nome], componente=Componente.ESTERNI,
            con_voto=False, presenza=Presenza.PRESENTE,
        )  # fmt: skip
        if nome == "esperta":
            InvitoAlPunto.objects.create(istituto=istituto, convocato=invito, punto=punto)
    if momento in ("chiusa", "approvata"):
        stato = {"stato": StatoVerbale.IN_LETTURA, "in_lettura_dal": ADESSO}
        if momento == "approvata":
            stato = {"stato": StatoVerbale.APPROVATO, "approvato_il": ADESSO}
        VerbaleFactory(istituto=istituto, seduta=seduta, **stato)
    return Casa(istituto, organo, seduta, punto, carta, chi)


def _persona(istituto: Istituto, nome: str) -> Persona:
    persona = PersonaFactory(istituto=istituto, cognome=nome.capitalize(), con_accesso=True)
    IncaricoFactory(persona=persona, istituto=istituto, ruolo=Ruolo.RESPONSABILE, cattedra=None)
    return persona


def _seduta(organo: OrganoCollegiale, chi: dict[str, Persona], momento: str) -> Seduta:
    tratti = {
        "convocata": {"convocata": True},
        "revocata": {"convocata": True, "stato": StatoSeduta.REVOCATA},
        "in_corso": {"in_corso": True},
        "sospesa": {"in_corso": True, "stato": StatoSeduta.SOSPESA},
        "chiusa": {"chiusa": True},
        "approvata": {"chiusa": True},
        "bozza": {},
        "alla_firma": {"stato": StatoSeduta.ALLA_FIRMA, "inizio_previsto": ADESSO + 7 * GIORNO},
    }[momento]
    if momento in ("in_corso", "sospesa", "chiusa", "approvata"):
        tratti |= {"presiede": chi["presidente"], "verbalizza": chi["verbalizza"]}
    return SedutaFactory(
        istituto=organo.istituto, organo=organo, preparata_da=chi["segretaria"], **tratti
    )


def puo(carica, *argomenti) -> bool:
    from django.core.exceptions import PermissionDenied
    from django.http import Http404

    try:
        carica(*argomenti)
    except (Http404, PermissionDenied):
        return False
    return True


# The rule


@pytest.mark.parametrize("momento", sorted(LEGGONO))
def test_who_reads_a_reserved_item_and_its_papers(momento):
    from organi_collegiali.access.invio import allegato

    qui = casa(momento)
    qui.punto.seduta = qui.seduta
    letti = qui.lettori(lambda c: riserbo.lettura(c, qui.seduta).punto(qui.punto))
    # The guest is asked for only where the sitting is still seen.
    vedono = qui.lettori(lambda c: puo(_seduta_di, c, qui.seduta.pk))
    assert letti & vedono == LEGGONO[momento] & vedono
    assert qui.lettori(lambda c: puo(allegato, c, qui.carta.pk)) == LEGGONO[momento] & vedono
    assert LEGGONO[momento] - vedono <= {"nuovo"}


def _seduta_di(di_chi, pk):
    from organi_collegiali.access.sedute import seduta

    return seduta(di_chi, pk)


@pytest.mark.parametrize("momento", sorted(LEGGONO))
def test_who_reads_the_title_on_the_card(momento):
    qui = casa(momento)
    nomi = "prepara" if momento == "bozza" else "seduta"
    letti = {n for n in TUTTI if TITOLO in qui.apre(n, nomi, qui.seduta.pk)}
    assert letti <= LEGGONO[momento]
    assert letti >= LEGGONO[momento] - {"nuovo"}


@pytest.mark.parametrize("momento", ["convocata", "in_corso", "chiusa"])
@pytest.mark.parametrize(
    "nome", ["punto_modifica", "punto_allega", "punto_perche", "testo", "votazione_nuova"]
)
def test_after_the_notice_no_dialog_says_it_to_the_office(momento, nome):
    qui = casa(momento)
    for chi in ("segretaria", "collaboratrice", "ospite", "estraneo"):
        assert TITOLO not in qui.apre(chi, nome, qui.punto.pk)


def test_the_office_goes_on_with_its_work_on_what_it_does_not_read():
    qui = casa("convocata")
    scheda = qui.apre("segretaria", "seduta", qui.seduta.pk)
    assert scheda.startswith("200")
    assert FUORI in scheda
    assert "Gite" in scheda
    assert "Relazione su Bianchi" not in scheda


# Minutes and deliberations


@pytest.mark.parametrize("momento", sorted(VERBALE))
def test_who_reads_it_in_the_minutes(momento):
    qui = casa(momento)
    verbale = qui.seduta.verbale
    letti = {n for n in TUTTI if TITOLO in qui.apre(n, "verbale", verbale.pk)}
    assert letti == VERBALE[momento]


def test_the_office_has_the_draft_with_omissis():
    qui = casa("chiusa")
    pagina = qui.apre("segretaria", "verbale", qui.seduta.verbale.pk)
    assert pagina.startswith("200")
    assert FUORI in pagina
    assert "Gite" in pagina


@pytest.mark.parametrize("momento", sorted(VERBALE))
@pytest.mark.parametrize("come", [{"riservata": True}, {"su_persone": True}])
def test_who_opens_a_deliberation(momento, come):
    qui = casa(momento)
    delibera = DeliberaFactory(
        istituto=qui.istituto, organo=qui.organo, seduta=qui.seduta, punto=qui.punto,
        oggetto=TITOLO, testo="si sanziona", oggetto_pubblico=FUORI, **come,
    )  # fmt: skip

    def apre(di_chi):
        ufficio = riserbo.prepara(di_chi)
        return visibili(di_chi, ufficio=ufficio).filter(pk=delibera.pk, aperta=True).exists()

    assert qui.lettori(apre) == VERBALE[momento]
    assert TITOLO not in qui.apre("ospite", "delibere")


# Mandates that are over, and guests


def test_who_has_left_has_no_papers_and_no_other_sitting():
    qui = casa("chiusa")
    assert "404" in qui.apre("cessato", "allegato", qui.carta.pk)
    futura = _seduta(qui.organo, qui.chi, "convocata")
    punto = PuntoFactory(istituto=qui.istituto, seduta=futura, titolo="Gite di maggio")
    mandato = qui.seduta.convocati.get(persona=qui.chi["cessato"]).mandato
    ConvocatoFactory(istituto=qui.istituto, seduta=futura, mandato=mandato)
    for nome in ("seduta", "posto", "battito", "proiezione"):
        assert qui.apre("cessato", nome, futura.pk).startswith("404")
    assert qui.apre("cessato", "allegato", punto.pk).startswith("404")
    assert not cercabili.sedute(contesto(qui.chi["cessato"]), ufficio=False).filter(pk=futura.pk)


@pytest.mark.parametrize(
    ("momento", "vede"),
    [("convocata", True), ("in_corso", True), ("chiusa", False), ("approvata", False)],
)
def test_a_guest_sees_the_sitting_until_its_end(momento, vede):
    qui = casa(momento)
    for chi in ("ospite", "esperta"):
        assert qui.apre(chi, "seduta", qui.seduta.pk).startswith("200" if vede else "404")
        assert qui.apre(chi, "posto", qui.seduta.pk).startswith("200" if vede else "404")


def test_a_guest_of_one_item_has_the_papers_of_that_one():
    qui = casa("convocata")
    altra = Allegato.objects.create(
        istituto=qui.istituto, punto=Punto.objects.get(titolo="Gite"), titolo="Preventivo",
        depositato_il=ADESSO, impronta="0" * 64,
    )  # fmt: skip
    scheda = qui.apre("esperta", "seduta", qui.seduta.pk)
    assert "Relazione su Bianchi" in scheda
    assert "Preventivo" not in scheda
    assert qui.apre("esperta", "allegato", altra.pk).startswith("404")
    scheda = qui.apre("ospite", "seduta", qui.seduta.pk)
    assert "Preventivo" in scheda
    assert "Bianchi" not in scheda


def test_a_guest_reads_no_reserved_item_from_the_own_place():
    qui = casa("in_corso")
    assert TITOLO not in qui.apre("ospite", "posto", qui.seduta.pk)
    assert TITOLO in qui.apre("consigliere", "posto", qui.seduta.pk)
    assert TITOLO not in qui.apre("ospite", "dichiarazione", qui.punto.pk)


# What is taken up again


def test_an_item_that_a_notice_has_carried_is_not_the_offices_again():
    qui = casa("chiusa")
    Punto.objects.filter(pk=qui.punto.pk).update(esito=EsitoPunto.RINVIATO)
    bozza = SedutaFactory(istituto=qui.istituto, organo=qui.organo)
    autrice = contesto(qui.chi["segretaria"])
    assert riprendi_rinviati(autore=autrice, adesso=ADESSO, seduta_id=bozza.pk) == 1
    ripreso = bozza.punti.get()
    assert (ripreso.origine, ripreso.titolo) == (OriginePunto.RIPRESO, TITOLO)
    pagina = qui.apre("segretaria", "prepara", bozza.pk)
    assert FUORI in pagina
    assert TITOLO not in pagina
    assert TITOLO not in qui.apre("segretaria", "anteprima", bozza.pk)
    assert qui.apre("segretaria", "punto_modifica", ripreso.pk).startswith("404")
    assert TITOLO in qui.apre("presidente", "prepara", bozza.pk)
    assert TITOLO in qui.apre("presidente", "punto_modifica", ripreso.pk)


def test_the_register_keeps_no_reserved_title_of_what_was_taken_off():
    qui = casa("bozza")
    Punto.objects.filter(pk=qui.punto.pk).update(
        su_persone=False, titolo_pubblico="", riservato=True
    )
    InvitoAlPunto.objects.all().delete()
    togli_punto(autore=contesto(qui.chi["segretaria"]), adesso=ADESSO, punto_id=qui.punto.pk)
    assert TITOLO not in str(list(Operazione.objects.values_list("dati", flat=True)))
