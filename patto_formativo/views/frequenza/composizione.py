"""A group of level is formed and changed; who comes in and who leaves."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from cpia.atti.conflitti import compiuto
from cpia.scuola.access import Contesto
from cpia.scuola.parole import data_estesa, plurale
from patto_formativo.access import frequenza as access
from patto_formativo.forms import frequenza as forms
from patto_formativo.models import Gruppo
from patto_formativo.queries.frequenza import gruppi as queries
from patto_formativo.queries.frequenza.proposte import anno_corrente, sedi_da_dare
from patto_formativo.services.frequenza import (
    aggiungi_al_gruppo,
    forma_gruppo,
    modifica_gruppo,
    togli_dal_gruppo,
)
from patto_formativo.views.frequenza.comuni import ecco, pagina

GET_POST = ["GET", "HEAD", "POST"]


@require_http_methods(GET_POST)
def nuovo(request: HttpRequest) -> HttpResponse:
    """Form a group of this year."""
    contesto: Contesto = request.contesto
    access.forma_gruppi(contesto)
    anno = anno_corrente(contesto)
    form = _form(request)
    formato: list[Gruppo] = []
    if anno and compiuto(
        request, form,
        lambda: formato.append(
            forma_gruppo(
                autore=contesto, adesso=contesto.adesso, anno=anno, dati=form.dati,
                docenti=form.docenti,
            )
        ),
    ):  # fmt: skip
        testo = f"Il gruppo «{formato[0].nome}» è formato: scegli chi ne fa parte."
        return ecco(request, testo, "patto:gruppo_membri", formato[0].pk)
    return pagina(request, "gruppo_form", form, anno=anno, titolo="Nuovo gruppo di livello",
                  verbo="Forma il gruppo")  # fmt: skip


@require_http_methods(GET_POST)
def modifica(request: HttpRequest, pk: int) -> HttpResponse:
    """Change name, site, teachers of a group; 409 when somebody else did meanwhile."""
    contesto: Contesto = request.contesto
    trovato = access.gruppo_da_curare(contesto, pk)
    form = _form(request, trovato)
    if compiuto(
        request, form,
        lambda: modifica_gruppo(
            autore=contesto, adesso=contesto.adesso, gruppo_id=pk, versione=form.letta,
            dati=form.dati, docenti=form.docenti, mostrati=form.persone.keys(),
        ),
    ):  # fmt: skip
        return ecco(request, "Il gruppo è cambiato.", "patto:gruppo", pk)
    return pagina(request, "gruppo_form", form, anno=trovato.anno_scolastico, gruppo=trovato,
                  titolo=f"Modificare «{trovato.nome}»", verbo="Registra")  # fmt: skip


def _form(request: HttpRequest, trovato: Gruppo | None = None) -> forms.GruppoForm:
    contesto: Contesto = request.contesto
    return forms.GruppoForm(
        request.POST or None,
        sedi=sedi_da_dare(contesto),
        chi_insegna=queries.chi_insegna(contesto.istituto.pk, contesto.oggi),
        docenti=trovato.docenti.all() if trovato else (),
        initial=forms.iniziali_gruppo(trovato) if trovato else {},
    )


@require_http_methods(GET_POST)
def membri(request: HttpRequest, pk: int) -> HttpResponse:
    """Put many persons in a group at once."""
    contesto: Contesto = request.contesto
    trovato = access.gruppo_da_curare(contesto, pk)
    chi = queries.da_aggiungere(contesto, trovato)
    form = forms.MembriForm(request.POST or None, chi=chi, initial={"dal": contesto.oggi})
    quanti: list[int] = []
    if compiuto(
        request, form,
        lambda: quanti.append(
            aggiungi_al_gruppo(
                autore=contesto, adesso=contesto.adesso, gruppo_id=pk,
                corsisti=[corsista.pk for corsista in form.cleaned_data["corsisti"]],
                dal=form.cleaned_data["dal"],
            )
        ),
    ):  # fmt: skip
        sono = plurale(quanti[0], "persona è entrata", "persone sono entrate")
        return ecco(request, f"{sono} nel gruppo.", "patto:gruppo", pk)
    scelti = {str(pk) for pk in form["corsisti"].value() or ()}
    return pagina(request, "membri", form, gruppo=trovato, chi=chi, scelti=scelti)


@require_http_methods(GET_POST)
def esce(request: HttpRequest, pk: int) -> HttpResponse:
    """The last day of somebody in a group."""
    contesto: Contesto = request.contesto
    membro = access.membro_da_curare(contesto, pk)
    form = forms.EsceForm(request.POST or None, initial={"al": contesto.oggi})
    if compiuto(
        request, form,
        lambda: togli_dal_gruppo(
            autore=contesto, adesso=contesto.adesso, membro_id=pk, al=form.cleaned_data["al"]
        ),
    ):  # fmt: skip
        testo = f"Esce dal gruppo il {data_estesa(form.cleaned_data['al'], contesto.oggi)}."
        return ecco(request, testo, "patto:gruppo", membro.gruppo_id)
    return pagina(
        request, "modulo", form, titolo=f"Far uscire {membro.corsista.persona.nome_e_cognome}",
        spiegazione="Le ore fatte fino a quel giorno restano. Dal giorno dopo le lezioni del "
        "gruppo non gli sono più dovute.",
        verbo="Registra l’uscita", gruppo=membro.gruppo,
    )  # fmt: skip
