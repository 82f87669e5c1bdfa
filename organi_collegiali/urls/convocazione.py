"""The draft of a sitting: day, place, agenda, attachments, requests."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
