'use client'
import { useQuery } from '@tanstack/react-query'
import { browserGet } from '../api/request.ts'
import { citiesQuery } from './cities.ts'

export const useCities = () => useQuery(citiesQuery(browserGet))
