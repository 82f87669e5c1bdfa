"""Notices: signature, sending, answers, integration, postponement."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
