"""The hours of a path by competence, and the units of its programme."""

from fractions import Fraction

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from cpia.atti.conflitti import compiuto
from cpia.scuola.access import Contesto
from cpia.scuola.esportazione import esporta
from patto_formativo.access import iscrizioni as access
from patto_formativo.forms.iscrizioni_ufficio import VuotoForm
from patto_formativo.forms.programma import OreForm, QualeQuadroForm, UnitaForm
from patto_formativo.models import QuadroOrario
from patto_formativo.queries.iscrizioni import anno as lettura
from patto_formativo.queries.iscrizioni.programma import competenze_di, ore_di_legge, programma
from patto_formativo.queries.regole import regole
from patto_formativo.rules.misure import in_cifre
from patto_formativo.services import iscrizioni as servizi
from patto_formativo.views.iscrizioni.comuni import fatto, modulo, pagina

INTESTAZIONE = ("Posto", "Unità", "Competenze", "Ore", "A distanza", "Dove", "Prova")


@require_http_methods(["GET", "HEAD", "POST"])
def nuovo(request: HttpRequest) -> HttpResponse:
    """First the path, then the hours of its competences; of one that is there already, those."""
    contesto: Contesto = request.contesto
    access.legge(contesto)
    detto = request.POST or request.GET
    scelta = QualeQuadroForm(detto if "percorso" in detto else None)
    letto = lettura.anno_di(contesto, detto.get("anno", ""))
    titolo = f"Nuovo quadro orario, {letto.etichetta}"
    if not scelta.is_valid():
        return pagina(request, "quadro_quale", {"form": scelta, "titolo": titolo, "anno": letto})
    percorso, livello = scelta.cleaned_data["percorso"], scelta.cleaned_data["livello"]
    scritti = {(p.quadro.percorso, p.quadro.livello): p.quadro.pk for p in letto.quadri}
    if request.method != "POST" and (percorso, livello) in scritti:
        gia = scritti[percorso, livello]
        return fatto(request, "Questo quadro orario c’è già: eccolo.", "quadro_ore", gia)
    form = OreForm(
        request.POST if request.method == "POST" else None,
        competenze=competenze_di(percorso), initial=ore_di_legge(percorso, livello),
    )  # fmt: skip
    fatti: list[QuadroOrario] = []
    if compiuto(request, form, lambda: fatti.append(_salva(contesto, form, scelta, letto.inizio))):
        scritto = fatti[0] if fatti else form.riga
        return fatto(request, "Il quadro orario è scritto.", "quadro", scritto.pk)
    dati = {"form": form, "titolo": titolo, "percorso": percorso, "livello": livello,
            "anno": letto}  # fmt: skip
    return pagina(request, "quadro_ore", dati)


def _salva(contesto: Contesto, form: OreForm, scelta: QualeQuadroForm, inizio: int) -> QuadroOrario:
    return servizi.salva_quadro(
        autore=contesto, adesso=contesto.adesso,
        dati=form.dati(scelta.cleaned_data["percorso"], scelta.cleaned_data["livello"]),
        anno_id=servizi.anno_da_aprire(autore=contesto, inizio=inizio).pk, versione=form.letta,
    )  # fmt: skip


@require_safe
def quadro(request: HttpRequest, pk: int) -> HttpResponse:
    """The hours of a path beside both sources, and its units."""
    contesto = request.contesto
    letto = programma(access.quadro(contesto, pk), regole(contesto.istituto.pk, contesto.oggi))
    file = esporta(
        request, nome="unita-di-apprendimento", titolo="Unità di apprendimento",
        intestazione=INTESTAZIONE,
        righe=([u.ordine, u.titolo, ", ".join(u.competenze), in_cifre(Fraction(u.ore)),
                in_cifre(Fraction(u.a_distanza)), u.fruizione, u.prova] for u in letto.unita),
    )  # fmt: skip
    return file or pagina(request, "quadro", {"p": letto})


@require_http_methods(["GET", "HEAD", "POST"])
def ore(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the hours of the competences; 409 when somebody else did meanwhile."""
    contesto: Contesto = request.contesto
    trovato = access.quadro(contesto, pk)
    form = OreForm(
        request.POST if request.method == "POST" else None,
        competenze=competenze_di(trovato.percorso),
    )  # fmt: skip
    form.initial = form.attuali(trovato)
    if compiuto(
        request, form,
        lambda: servizi.salva_quadro(
            autore=contesto, adesso=contesto.adesso, anno_id=trovato.anno_scolastico_id,
            dati=form.dati(trovato.percorso, trovato.livello), versione=form.letta,
        ),
    ):  # fmt: skip
        return fatto(request, "Le ore sono come scritto.", "quadro", pk)
    titolo = f"Ore di {trovato.get_percorso_display()} {trovato.livello}".strip()
    return pagina(request, "quadro_ore", {"form": form, "titolo": titolo, "quadro": trovato})


@require_http_methods(["GET", "HEAD", "POST"])
def unita_nuova(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a unit to the programme."""
    contesto: Contesto = request.contesto
    trovato = access.quadro(contesto, pk)
    prossimo = max((u.ordine for u in trovato.unita.all()), default=0) + 1
    form = UnitaForm(
        request.POST if request.method == "POST" else None, quadro=trovato,
        initial={"ordine": prossimo},
    )  # fmt: skip
    if compiuto(
        request, form,
        lambda: servizi.salva_unita(
            autore=contesto, adesso=contesto.adesso, quadro_id=pk, dati=form.dati
        ),
    ):  # fmt: skip
        return fatto(request, "L’unità è nel programma.", "quadro", pk)
    return modulo(
        request, form, titolo="Nuova unità di apprendimento", verbo="Aggiungi l’unità",
        indietro="quadro", indietro_pk=pk,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def unita(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a unit; agreements that have it keep theirs. 409 when somebody else did meanwhile."""
    contesto: Contesto = request.contesto
    trovata = access.unita(contesto, pk)
    form = UnitaForm(request.POST if request.method == "POST" else None, quadro=trovata.quadro)
    form.initial = form.attuali(trovata)
    if compiuto(
        request, form,
        lambda: servizi.salva_unita(
            autore=contesto, adesso=contesto.adesso, quadro_id=trovata.quadro_id, dati=form.dati,
            unita_id=pk, versione=form.letta,
        ),
    ):  # fmt: skip
        return fatto(request, "L’unità è come scritto.", "quadro", trovata.quadro_id)
    return modulo(
        request, form, titolo=trovata.titolo, verbo="Salva",
        spiegazione="I patti che la contengono restano come sono.",
        indietro="quadro", indietro_pk=trovata.quadro_id,
        togli=("unita_togli", pk, "Togli l’unità…"),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def unita_togli(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a unit out of the programme."""
    contesto: Contesto = request.contesto
    trovata = access.unita(contesto, pk)
    form = VuotoForm(request.POST if request.method == "POST" else None)
    if compiuto(
        request, form,
        lambda: servizi.togli_unita(autore=contesto, adesso=contesto.adesso, unita_id=pk),
    ):  # fmt: skip
        return fatto(request, "L’unità non è più nel programma.", "quadro", trovata.quadro_id)
    return modulo(
        request, form, titolo=f"Togliere «{trovata.titolo}»", verbo="Togli l’unità",
        spiegazione="Si toglie solo se nessun patto e nessuna lezione la contiene.",
        indietro="quadro", indietro_pk=trovata.quadro_id,
    )  # fmt: skip
